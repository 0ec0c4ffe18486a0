/**
 * Puts three items with findings into a running demonstration, and a reviewer of their own who may see them: mixed writing, a megabyte
 * of paragraphs, and a megabyte in one line. Run as a process beside the product; says on its output where they are.
 */
import { sql } from 'drizzle-orm'
import { db, transact } from '@/db/client'
import { membership } from '@/db/schema'
import { system } from '@/lib/auth/load-actor'
import { createPerson } from '@/lib/people/create-person'
import { policyInForce } from '@/lib/policies/queries'
import { openDatabase } from '@/lib/runtime/open-database'
import { prepareEnvironment } from '@/lib/runtime/prepare'
import { emailClaim, flaggedItem, newDataset, newMember, oneCase, type World } from '../db/review-world'
import { HEBREW, LINE, MIXED, PARAGRAPHS } from './passages-texts'

await prepareEnvironment()
const opened = await openDatabase()
const [email = '', password = ''] = process.argv.slice(2)
const { datasetId, slug } = await newDataset(db())
const reader = await transact((tx) =>
  createPerson(tx, system('test'), { email, password, name: 'Rea Reads' }),
)
await db()
  .insert(membership)
  .values(
    (['reviewer', 'lead', 'maintainer'] as const).map((role) => ({ datasetId, personId: reader.id, role })),
  )
const { id: policyId } = await policyInForce(db(), datasetId)
const nobody = await newMember(db(), [])
const world: World = {
  ...{ db: db(), datasetId, slug, policyId },
  ...{ reviewer: nobody, second: nobody, lead: nobody, officer: nobody, stranger: nobody },
}

const places = (text: string, words: string) => {
  const spans: { field: string; start: number; end: number }[] = []
  let point = 0
  let from = 0
  for (let at = text.indexOf(words); at !== -1; at = text.indexOf(words, from)) {
    point += [...text.slice(from, at)].length
    spans.push({ field: 'text', start: point, end: point + [...words].length })
    point += [...words].length
    from = at + words.length
  }
  return spans
}
const made: Record<string, string> = {}
for (const [name, text, claims] of [
  ['mixed', MIXED, [emailClaim(MIXED, 'dana@example.org'), { type: 'name', spans: places(MIXED, HEBREW) }]],
  ['paragraphs', PARAGRAPHS, [{ spans: places(PARAGRAPHS, 'dana@example.org') }]],
  ['line', LINE, [{ spans: places(LINE, 'dana@example.org') }]],
] as const) {
  const { digest } = await flaggedItem(world, text, claims)
  made[name] = (await oneCase(world, digest)).id
}
const { digest: held } = await flaggedItem(world, 'a lantern on the pier', [])
await db().execute(sql`
  insert into detector_watch (dataset_id, detector, version, state, rows_seen, rows_hit, paused_at)
  values (${datasetId}, 'lanterns', '1', 'paused', 1200, 400, now())`)
await db().execute(sql`
  insert into held_flag (dataset_id, digest, detector, version, category, type, score, severity, spans, revision_id)
  values (${datasetId}, ${held}, 'lanterns', '1', 'pii', 'name', 0.9, 2, '[{"field": "text", "start": 2, "end": 9}]', gen_random_uuid())`)
await db().execute(sql`update review_case set quorum = 1, slots = 1 where dataset_id = ${datasetId}`)
process.stdout.write(JSON.stringify({ slug, ...made }))
await opened.close()
