/**
 * Beside a running demonstration: `make` a dataset of poems with its team and two copyright requests that were followed, or put the
 * counter notice to a request (`later <id>`) behind its tenth business day. Says on its output what a browser needs.
 */
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { eq } from 'drizzle-orm'
import { db, transact } from '@/db/client'
import { counterNotice } from '@/db/schema'
import type { Member } from '@/lib/auth/actor'
import { importRevision } from '@/lib/datasets/import-revision'
import { enqueue } from '@/lib/jobs/enqueue'
import { importHooks } from '@/lib/jobs/import-hooks'
import { policyInForce } from '@/lib/policies/queries'
import { override } from '@/lib/review/override'
import { openDatabase } from '@/lib/runtime/open-database'
import { prepareEnvironment } from '@/lib/runtime/prepare'
import { agree } from '@/lib/takedowns/four-eyes'
import { submissionInput } from '@/lib/takedowns/input'
import { receive } from '@/lib/takedowns/receive'
import { lockRequest } from '@/lib/takedowns/request-row'
import { decidedMatches } from '@/lib/takedowns/results'
import { awaitedSecond } from '@/lib/takedowns/second'
import { shownNow } from '@/tests/support/shown'
import { newDataset } from '../db/review-world'
import { confirmLast, teamMember, visitor } from './world-parts'

const POEMS = [
  'The pear tree at the gate.',
  'Nobody at the gate but rain.',
  'A lantern under the pear tree.',
  'The tide keeps its own books.',
]

await prepareEnvironment()
const opened = await openDatabase()
const [command = '', argument = ''] = process.argv.slice(2)
process.stdout.write(JSON.stringify(command === 'make' ? await make(argument) : await later(argument)))
await opened.close()

async function make(password: string) {
  const { datasetId, slug } = await newDataset(db())
  const people = {
    lead: await teamMember(datasetId, 'lead', password),
    second: await teamMember(datasetId, 'lead', password),
    maintainer: await teamMember(datasetId, 'maintainer', password),
  }
  const file = path.join(mkdtempSync(path.join(tmpdir(), 'winnow-poems-')), 'poems.jsonl')
  const rows = POEMS.map((text, i) => ({ id: `p${i}`, text: `${text} (${slug})` }))
  writeFileSync(file, rows.map((row) => `${JSON.stringify(row)}\n`).join(''))
  const sources = [{ name: 'poems.jsonl', file }]
  await importRevision(
    people.maintainer.member,
    { datasetId, sources, wishes: { id: 'id' } },
    await importHooks(datasetId),
  )
  const team = { lead: people.lead.member, second: people.second.member }
  const emails = {
    lead: people.lead.email,
    second: people.second.email,
    maintainer: people.maintainer.email,
  }
  return {
    ...{ slug, emails },
    countered: await followed(datasetId, slug, team, [0]),
    retracted: await followed(datasetId, slug, team, [1, 2, 3]),
  }
}

/** Sent, confirmed, found, decided by a lead, and agreed to by another one. The product beside us does the work in between. */
async function followed(
  datasetId: string,
  slug: string,
  team: { lead: Member; second: Member },
  rows: readonly number[],
) {
  const input = submissionInput.parse({
    ...{ kind: 'copyright', dataset: slug, relation: 'owner', name: 'Cleo Claimant' },
    work: 'Poems that I wrote and published in a book of my own.',
    postal: '1 Claim Street, Example Town',
    email: `cleo-${Math.random().toString(36).slice(2, 10)}@claims.example.org`,
    targets: rows.map((row) => `poems.jsonl#${row}`).join('\n'),
    ...{ attest_good_faith: 'on', attest_authority: 'on' },
  })
  await transact((tx) => receive(tx, visitor, input))
  const request = await confirmLast(datasetId)
  const { id: policyVersionId } = await policyInForce(db(), datasetId)
  const matches = await until(async () => {
    const found = await decidedMatches(db(), request.id)
    return found.length === rows.length ? found : null
  })
  for (const { caseId } of matches)
    await transact(async (tx) =>
      override(tx, team.lead, {
        ...(await shownNow(tx, { datasetId, caseId })),
        ...{ datasetId, caseId, policyVersionId, action: 'remove', reasonCode: 'copyright.owner' },
        ...{ spans: [], passages: [], label: undefined, note: undefined, queue: '', supersedes: null },
      }),
    )
  await until(() =>
    transact(async (tx) => {
      const awaited = await awaitedSecond(tx, await lockRequest(tx, request.id))
      if (awaited) await agree(tx, team.second, { requestId: request.id, eventId: awaited.eventId })
      return awaited
    }),
  )
  return request
}

/** The clock moved: the tenth day was yesterday. */
async function later(requestId: string) {
  const day = 86_400_000
  await transact(async (tx) => {
    await tx
      .update(counterNotice)
      .set({ earliestAt: new Date(Date.now() - day), latestAt: new Date(Date.now() + 3 * day) })
      .where(eq(counterNotice.ofRequestId, requestId))
    await enqueue(tx, 'takedown.put-back', { requestId })
  })
  return { requestId }
}

async function until<T>(look: () => Promise<T | null>): Promise<T> {
  for (let looked = 0; looked < 300; looked++) {
    const seen = await look()
    if (seen !== null) return seen
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error('it did not come')
}
