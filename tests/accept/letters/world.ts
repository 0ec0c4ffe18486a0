import { sql } from 'drizzle-orm'
import { Logger, runOnce } from 'graphile-worker'
import { db, transact } from '@/db/client'
import { membership, person } from '@/db/schema'
import type { Member, Visitor } from '@/lib/auth/actor'
import { loadMember } from '@/lib/auth/load-actor'
import { tasks } from '@/lib/jobs/tasks'
import { openLetters } from '@/lib/mail/outbox'
import { publishFirstPolicy } from '@/lib/policies/first-policy'
import { policyInForce } from '@/lib/policies/queries'
import { override } from '@/lib/review/override'
import { confirm } from '@/lib/takedowns/confirm'
import { agree } from '@/lib/takedowns/four-eyes'
import { submissionInput } from '@/lib/takedowns/input'
import { receive } from '@/lib/takedowns/receive'
import { lockRequest } from '@/lib/takedowns/request-row'
import { awaitedSecond } from '@/lib/takedowns/second'
import { shownNow } from '@/tests/support/shown'
import { importFiles, newDataset, writeFiles } from '@/tests/support/datasets'

export const SLUG = 'letters'
export const visitor: Visitor = { kind: 'visitor', network: 'a'.repeat(64) }

export type World = { datasetId: string; policyVersionId: string; lead: Member; second: Member }
export type Fields = Record<string, string>

/** A dataset whose rows have these addresses as their sources, and two leads. */
export async function openWorld(urls: readonly string[]): Promise<World> {
  await transact(publishFirstPolicy)
  const datasetId = await newDataset(SLUG)
  const [lead, second] = [await newLead(datasetId, 'lead'), await newLead(datasetId, 'second')]
  const rows = urls.map((url, n) =>
    JSON.stringify({ id: `r${n}`, text: `The ${n}th row of a shelf of copies.`, url }),
  )
  await importFiles(datasetId, writeFiles({ 'rows.jsonl': `${rows.join('\n')}\n` }), { wishes: { id: 'id' } })
  const policy = await policyInForce(db(), datasetId)
  return { datasetId, policyVersionId: policy.id, lead, second }
}

async function newLead(datasetId: string, name: string): Promise<Member> {
  const made = await db()
    .insert(person)
    .values({ email: `${name}@letters.example`, name, pseudonym: name, verifiedAt: new Date() })
    .returning({ id: person.id })
  const personId = made[0]?.id ?? ''
  await db().insert(membership).values({ datasetId, personId, role: 'lead' })
  const member = await loadMember(db(), personId)
  if (!member) throw new Error('no lead')
  return member
}

/** The fields of the form that are refused; empty when it was received. */
export async function send(fields: Fields): Promise<string[]> {
  const parsed = submissionInput.safeParse({ dataset: SLUG, ...fields })
  if (!parsed.success) return parsed.error.issues.map(({ path }) => String(path[0]))
  await transact((tx) => receive(tx, visitor, parsed.data))
  return []
}

/** Presses the link in every letter that has not been answered yet, and runs the queue dry. */
export async function confirmAll(): Promise<void> {
  const sent = await db().execute<{ sealed: Buffer }>(
    sql`select sealed from mail_message where template = 'takedown-confirm' order by created_at`,
  )
  const letters = await openLetters(
    db(),
    [...sent].map(({ sealed }) => sealed),
  )
  for (const letter of letters) {
    const token = /\/takedowns\/confirm\/([\w-]{43})\b/.exec(letter?.text ?? '')?.[1]
    if (!token || pressed.has(token)) continue
    pressed.add(token)
    await transact((tx) => confirm(tx, visitor, { token }))
  }
  await runJobs()
}

const pressed = new Set<string>()

export async function runJobs(): Promise<void> {
  await runOnce({
    connectionString: process.env.DATABASE_URL ?? '',
    logger: new Logger(() => () => undefined),
    taskList: tasks,
    concurrency: 2,
  })
}

export type Request = { id: string; kind: string; status: string; reference: string }

/** Newest last. */
export async function requests(): Promise<Request[]> {
  const rows = await db().execute<Request>(
    sql`select id, kind, status, reference from takedown_request order by submitted_at, id`,
  )
  return [...rows]
}

/** Everything that is open is removed because its owner asks for it; a second lead agrees where that is asked for. */
export async function removeAll({ datasetId, policyVersionId, lead, second }: World): Promise<number> {
  const open = await db().execute<{ id: string; decision: string | null }>(
    sql`select c.id, c.decision_id as decision from review_case c where c.dataset_id = ${datasetId} and c.status = 'open'`,
  )
  for (const { id: caseId, decision } of open) {
    const given = { caseId, action: 'remove', reasonCode: 'copyright.owner', supersedes: decision } as const
    const nothing = { spans: [], passages: [], label: undefined, note: undefined, queue: '' }
    await transact(async (tx) => {
      const shown = await shownNow(tx, { datasetId, caseId })
      return override(tx, lead, { datasetId, policyVersionId, ...nothing, ...given, ...shown })
    })
  }
  await runJobs()
  for (const { id: requestId } of await requests())
    await transact(async (tx) => {
      const awaited = await awaitedSecond(tx, await lockRequest(tx, requestId))
      if (awaited) await agree(tx, second, { requestId, eventId: awaited.eventId })
    })
  await runJobs()
  return open.length
}
