import 'server-only'
import { and, eq } from 'drizzle-orm'
import { transact, type Tx } from '@/db/client'
import { identity, person } from '@/db/schema'
import type { OidcProfile } from '@/lib/auth/oidc-profile'
import { createPerson } from '@/lib/people/create-person'
import { system } from '@/lib/auth/load-actor'

/**
 * The account of an OIDC subject. The first time it is linked to the account with the same address, or a new one
 * without roles is made: only when the issuer says that the address is verified. Null: no account, or disabled.
 */
export function signInWithOidc(subject: string, profile: OidcProfile) {
  const issuer = process.env.OIDC_ISSUER ?? ''
  return transact(async (tx) => {
    const known = (await linked(tx, issuer, subject)) ?? (await link(tx, issuer, subject, profile))
    return known && !known.disabledAt ? { id: known.id, sessionVersion: known.sessionVersion } : null
  })
}

async function linked(tx: Tx, issuer: string, subject: string) {
  const [row] = await tx
    .select(account)
    .from(identity)
    .innerJoin(person, eq(person.id, identity.personId))
    .where(and(eq(identity.issuer, issuer), eq(identity.subject, subject)))
  return row
}

async function link(tx: Tx, issuer: string, subject: string, profile: OidcProfile) {
  const email = profile.email?.toLowerCase()
  if (!email || profile.email_verified !== true) return undefined
  const [existing] = await tx.select(account).from(person).where(eq(person.email, email))
  const found = existing ?? (await newAccount(tx, email, profile.name))
  await tx.insert(identity).values({ issuer, subject, personId: found.id }).onConflictDoNothing()
  return found
}

async function newAccount(tx: Tx, email: string, name: string | undefined) {
  const { id } = await createPerson(tx, system('oidc'), { email, name: name ?? email.replace(/@.*/, '') })
  return { id, sessionVersion: 1, disabledAt: null }
}

const account = { id: person.id, sessionVersion: person.sessionVersion, disabledAt: person.disabledAt }
