/** What the worlds that are made beside a running demonstration have in common. */
import { randomBytes } from 'node:crypto'
import { and, desc, eq } from 'drizzle-orm'
import { db, transact } from '@/db/client'
import { mailMessage, membership, takedownRequest } from '@/db/schema'
import type { DatasetRole, Member } from '@/lib/auth/actor'
import { loadMember, system } from '@/lib/auth/load-actor'
import { openLetter } from '@/lib/mail/outbox'
import { createPerson } from '@/lib/people/create-person'
import { confirm } from '@/lib/takedowns/confirm'

export const visitor = { kind: 'visitor', network: 'f'.repeat(64) } as const

export async function teamMember(
  datasetId: string,
  role: DatasetRole,
  password: string,
): Promise<{ email: string; member: Member }> {
  const email = `${role}-${randomBytes(4).toString('hex')}@team.example.org`
  const { id } = await transact((tx) =>
    createPerson(tx, system('test'), { email, password, name: `Pia ${role}` }),
  )
  await db().insert(membership).values({ datasetId, personId: id, role })
  const member = await loadMember(db(), id)
  if (!member) throw new Error('no member')
  return { email, member }
}

/** Confirms the request that was sent last, by the link in its letter. */
export async function confirmLast(
  datasetId: string,
): Promise<{ id: string; reference: string; tracking: string }> {
  const [request] = await db()
    .select({ id: takedownRequest.id, reference: takedownRequest.reference })
    .from(takedownRequest)
    .where(eq(takedownRequest.datasetId, datasetId))
    .orderBy(desc(takedownRequest.submittedAt))
    .limit(1)
  if (!request) throw new Error('no request')
  const token = await tokenOf(request.id)
  const { tracking } = await transact((tx) => confirm(tx, visitor, { token }))
  return { ...request, tracking }
}

async function tokenOf(requestId: string): Promise<string> {
  const [mail] = await db()
    .select({ sealed: mailMessage.sealed })
    .from(mailMessage)
    .where(and(eq(mailMessage.requestId, requestId), eq(mailMessage.template, 'takedown-confirm')))
  const letter = mail ? await openLetter(db(), mail.sealed) : null
  const token = /\/takedowns\/confirm\/([\w-]{43})/.exec(letter?.text ?? '')?.[1]
  if (!token) throw new Error('no letter to confirm')
  return token
}
