import 'server-only'
import type { Tx } from '@/db/client'
import { takeTurns } from '@/db/locks'
import { person } from '@/db/schema'
import type { Actor } from '@/lib/auth/actor'
import { authorize } from '@/lib/auth/authorize'
import { hashPassword } from '@/lib/auth/password'
import { conflict } from '@/lib/errors'
import { say } from '@/lib/i18n/say'
import { grantRole } from '@/lib/people/grant-role'
import type { CreatePersonInput } from '@/lib/people/input'
import { makePseudonym } from '@/lib/people/pseudonym'

export type PersonView = { id: string; email: string; pseudonym: string }

/** Makes an account. With `admin` it gets the site role at once. Refuses an address that has one. */
export async function createPerson(tx: Tx, actor: Actor, input: CreatePersonInput): Promise<PersonView> {
  authorize(actor, 'people.manage')
  const [row] = await tx
    .insert(person)
    .values({
      email: input.email,
      name: input.name,
      pseudonym: input.pseudonym ?? makePseudonym(),
      passwordHash: input.password === undefined ? null : await hashPassword(input.password),
      demo: input.demo ? 1 : 0,
    })
    .onConflictDoNothing({ target: person.email })
    .returning({ id: person.id, email: person.email, pseudonym: person.pseudonym })
  if (!row) throw conflict(say('team.errors.hasAccount', { email: input.email }))
  if (input.admin) await grantRole(tx, actor, { email: row.email, role: 'admin' })
  return row
}

/** The first admin of a fresh instance, from the set-up page. Two at the same time: the lock lets one through. */
export async function setUpFirstAdmin(tx: Tx, actor: Actor, input: CreatePersonInput): Promise<PersonView> {
  await takeTurns(tx, 'first-admin')
  const [existing] = await tx.select({ id: person.id }).from(person).limit(1)
  if (existing) throw conflict(say('account.errors.isSetUp'))
  return createPerson(tx, actor.kind === 'visitor' ? { kind: 'system', name: 'set-up' } : actor, {
    ...input,
    admin: true,
  })
}
