import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { sql } from 'drizzle-orm'
import { db, transact } from '@/db/client'
import type { Member } from '@/lib/auth/actor'
import { itemDigest } from '@/lib/datasets/digest'
import { literal, openDuck } from '@/lib/datasets/duck'
import { publishFirstPolicy } from '@/lib/policies/first-policy'
import { policyInForce } from '@/lib/policies/queries'
import { override } from '@/lib/review/override'
import { shownNow } from '@/tests/support/shown'
import { importFiles, newDataset, writeFiles } from '../support/datasets'
import { newMember } from './review-world'

/** What must be nowhere afterwards. */
export const SECRET = 'Zerafina Quill lives behind the seventh mill'
export const SOURCE = 'post-of-zerafina-4711'
export const URL_OF_IT = 'https://forum.example.org/threads/zerafina'
export const NOTE = 'I know this Zerafina Quill from the mill'
export const NEEDLES = ['Zerafina', 'zerafina', 'seventh mill']
const TEXT = `${SECRET}, write to z.quill@mail.example.org`
export const TEXT_DIGEST = itemDigest([TEXT])
export const HEX = TEXT_DIGEST.toString('hex')

type Row = { id: string; text: string; url: string; n: number }

/** The text stands twice, among rows in which nothing was found and rows of others that are hard on a tombstone. */
export function rowsOfWorld(): Row[] {
  return Array.from({ length: 300 }, (_, i): Row => {
    if (i === 41 || i === 257) return { id: SOURCE, text: TEXT, url: URL_OF_IT, n: i }
    const text = i % 3 === 0 ? `"Row", ${i}\nüber 😀 two lines` : `Row ${i}, guest.${i}@mail.example.org`
    return { id: `id-${i}`, text, url: `https://forum.example.org/${i}`, n: i }
  })
}

const jsonl = (rows: readonly Row[]) => rows.map((row) => `${JSON.stringify(row)}\n`).join('')
const cell = (value: unknown) => `"${String(value).replaceAll('"', '""')}"`
const table = (rows: readonly Row[], delimiter: string) =>
  [
    'id,text,url,n'.replaceAll(',', delimiter),
    ...rows.map((row) => Object.values(row).map(cell).join(delimiter)),
  ].join('\r\n')

export const FORMATS = ['jsonl', 'jsonl.gz', 'csv', 'tsv', 'csv.gz', 'parquet'] as const
export type WorldFormat = (typeof FORMATS)[number]

export async function shardOf(format: WorldFormat, rows = rowsOfWorld()): Promise<string> {
  const bytes = format.startsWith('jsonl') ? jsonl(rows) : table(rows, format === 'tsv' ? '\t' : ',')
  const content = format.endsWith('.gz') ? gzipSync(bytes) : bytes
  if (format !== 'parquet') return writeFiles({ [`shard.${format}`]: content })[0] ?? ''
  const [source = ''] = writeFiles({ 'rows.jsonl': jsonl(rows) })
  const file = path.join(mkdtempSync(path.join(tmpdir(), 'winnow-parquet-')), 'shard.parquet')
  using database = await openDuck({ ordered: true })
  await database.duck.run(
    `COPY (SELECT *, [n, n + 1] AS list FROM read_json(${literal(source)}, format = 'newline_delimited')) TO ${literal(file)} (FORMAT parquet, ROW_GROUP_SIZE 128)`,
  )
  return file
}

export type ErasureWorld = {
  datasetId: string
  slug: string
  file: string
  bytes: Buffer
  officer: Member
  lead: Member
  maintainer: Member
}

/** A dataset with the text in two rows, found, decided by a lead who left a note about it. */
export async function erasureWorld(slug: string, format: WorldFormat = 'jsonl'): Promise<ErasureWorld> {
  await transact(publishFirstPolicy)
  const datasetId = await newDataset(slug)
  const file = await shardOf(format)
  await importFiles(datasetId, [file], { wishes: { text: ['text'], id: 'id' } }, { chunkRows: 100 })
  const officer = await newMember(db(), [], ['safety_officer'])
  const lead = await newMember(db(), [['lead', datasetId]])
  const maintainer = await newMember(db(), [['maintainer', datasetId]])
  const world = { datasetId, slug, file, bytes: readFileSync(file), officer, lead, maintainer }
  await decideOn(world, 'keep')
  return world
}

export async function decideOn(
  { datasetId, lead }: Pick<ErasureWorld, 'datasetId' | 'lead'>,
  action: 'keep' | 'remove',
) {
  const [found] = await db().execute<{ id: string; decision: string | null }>(sql`
    select id, decision_id as decision from review_case
    where dataset_id = ${datasetId} and digest = ${TEXT_DIGEST} and category = 'pii'`)
  const policy = await policyInForce(db(), datasetId)
  const at = { datasetId, caseId: found?.id ?? '' }
  return transact(async (tx) =>
    override(tx, lead, {
      ...at,
      ...(await shownNow(tx, at)),
      action,
      reasonCode: action === 'keep' ? 'pii.example' : 'pii.profile',
      policyVersionId: policy.id,
      spans: [],
      passages: [],
      label: undefined,
      note: NOTE,
      supersedes: found?.decision ?? null,
      queue: '',
    }),
  )
}
