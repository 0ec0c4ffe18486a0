/**
 * Beside a running demonstration: a dataset of which a request reaches more than one page shows, its lead, and that request. `erasure`: of a
 * row, in a dataset with many texts that are nearly one; `correction`: of 205 rows, by somebody who was seen; `complaint`: whose search
 * failed for good. Says on its output what a browser needs.
 */
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import postgres from 'postgres'
import { db, transact } from '@/db/client'
import type { Member } from '@/lib/auth/actor'
import { importRevision } from '@/lib/datasets/import-revision'
import { importHooks } from '@/lib/jobs/import-hooks'
import { openDatabase } from '@/lib/runtime/open-database'
import { prepareEnvironment } from '@/lib/runtime/prepare'
import { askProof } from '@/lib/takedowns/ask-proof'
import { submissionInput } from '@/lib/takedowns/input'
import { askProofInput } from '@/lib/takedowns/process-input'
import { seen } from '@/lib/takedowns/prove'
import { receive } from '@/lib/takedowns/receive'
import { newDataset } from '../db/review-world'
import { confirmLast, teamMember, visitor } from './world-parts'
import { GUESTS, NEAR, POEM } from './many-rows-texts'

const OWN = 'https://letters.example/1'
const COMPLAINT = {
  ...{ kind: 'complaint', relation: 'author', name: 'Bo Quill', attest_author: 'on' },
  ...{ targets: '"soup of leeks"', statement: 'It is a recipe and names nobody at all.' },
}
const PRIVACY = { kind: 'privacy', relation: 'self', name: 'Ada Quill', attest_subject: 'on' }

await prepareEnvironment()
const opened = await openDatabase()
const [password = '', about = ''] = process.argv.slice(2)
process.stdout.write(JSON.stringify(await make()))
await opened.close()

async function make() {
  const { datasetId, slug } = await newDataset(db())
  const lead = await teamMember(datasetId, 'lead', password)
  await imported(datasetId, (await teamMember(datasetId, 'maintainer', password)).member)
  const send = async (fields: Record<string, string>) => {
    const email = `ada-${Math.random().toString(36).slice(2, 10)}@letters.example.org`
    const input = submissionInput.parse({ dataset: slug, email, ...fields })
    await transact((tx) => receive(tx, visitor, input))
    return (await confirmLast(datasetId)).id
  }
  const id =
    about === 'correction'
      ? await seenToCorrect(lead.member, send)
      : about === 'complaint'
        ? await unlooked(() => send(COMPLAINT))
        : await send({ ...PRIVACY, right: 'erasure', targets: OWN })
  return { email: lead.email, path: `/requests/${id}` }
}

async function seenToCorrect(
  lead: Member,
  send: (fields: Record<string, string>) => Promise<string>,
): Promise<string> {
  const requestId = await send({
    ...{ ...PRIVACY, right: 'rectification', targets: '"of the guest book"' },
    correction: 'I never thanked anybody.',
  })
  const by = askProofInput.parse({ requestId, method: 'letter', note: 'Show it by video.' })
  await once(() => transact((tx) => askProof(tx, lead, by)))
  await transact((tx) => seen(tx, lead, { requestId }))
  return requestId
}

async function imported(datasetId: string, maintainer: Member): Promise<void> {
  const file = path.join(mkdtempSync(path.join(tmpdir(), 'winnow-rows-')), 'rows.jsonl')
  const rows = [
    { id: 'own', url: OWN, text: 'A letter to the harbour office about a name.' },
    ...Array.from({ length: about === 'erasure' ? NEAR : 0 }, (_, n) => ({
      ...{ id: `n${n}`, text: `${POEM}, in copy ${n} of many` },
    })),
    ...Array.from({ length: about === 'correction' ? GUESTS : 0 }, (_, n) => ({
      ...{ id: `page-${n}`, url: `https://guests.example/${n}` },
      text: `Page ${n} of the guest book: Ada Quill thanks the house.`,
    })),
  ]
  writeFileSync(file, rows.map((row) => `${JSON.stringify(row)}\n`).join(''))
  const sources = [{ name: 'rows.jsonl', file }]
  const wishes = { id: 'id', url: ['url'] }
  await importRevision(maintainer, { datasetId, sources, wishes }, await importHooks(datasetId))
}

/** What `send` sends is not looked for: its job waits behind a lock, and has failed for good when that is gone. */
async function unlooked(send: () => Promise<string>): Promise<string> {
  const admin = postgres(opened.embedded?.url('winnow') ?? '', { max: 1 })
  const queue = 'takedown/look-among-removed'
  await admin`
    insert into graphile_worker._private_job_queues (queue_name, locked_at, locked_by) values (${queue}, now(), 'a test')
    on conflict (queue_name) do update set locked_at = now(), locked_by = 'a test'`
  const id = await send()
  await once(async () => {
    const { count } = await admin`
      update graphile_worker._private_jobs set attempts = max_attempts, last_error = 'the disk is gone'
      where payload ->> 'requestId' = ${id} and key like 'takedown.look-among-removed/%'`
    if (count === 0) throw new Error('it is not to be looked for')
  })
  await admin`
    update graphile_worker._private_job_queues set locked_at = null, locked_by = null where queue_name = ${queue}`
  await admin.end()
  return id
}

/** Again and again until it is possible: the product beside us does the work before it. */
async function once(attempt: () => Promise<unknown>): Promise<void> {
  for (let left = 300; ; left--) {
    try {
      await attempt()
      return
    } catch (error) {
      if (left === 0) throw error
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
  }
}
