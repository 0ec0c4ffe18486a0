import { randomUUID } from 'node:crypto'
import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { eq, sql } from 'drizzle-orm'
import { db, transact } from '@/db/client'
import { dataset, reviewCase, suppressionRule } from '@/db/schema'
import type { Member } from '@/lib/auth/actor'
import { itemDigest } from '@/lib/datasets/digest'
import { drainPending } from '@/lib/log/sequencer'
import { publishFirstPolicy } from '@/lib/policies/first-policy'
import { policyInForce } from '@/lib/policies/queries'
import type { Disclosure } from '@/lib/release-format/disclosure'
import { fold, type InForce } from '@/lib/release-format/fold'
import type { BaseRow } from '@/lib/release-format/rows'
import { publish } from '@/lib/releases/publish'
import { releaseByVersion } from '@/lib/releases/queries'
import { writeOut } from '@/lib/releases/write-out'
import { override } from '@/lib/review/override'
import type { Span } from '@/lib/release-format/spans'
import { suppressionHmac } from '@/lib/suppression/match'
import { shownNow } from '@/tests/support/shown'
import { importFiles, newDataset, writeFiles } from '../support/datasets'
import { sha256 } from '../support/release'
import { newMember } from './review-world'

export type PublishWorld = {
  datasetId: string
  slug: string
  maintainer: Member
  lead: Member
  files: string[]
}
type Row = { id: string; text: string; bad?: true }

/** Said by many, word for word. */
export const TEA = 'Steep the leaves for three minutes'

/** Row by row: addresses in every second one, ids that are hard on CSV, a notice now and then, records that are no items. */
export function rowsOf(file: string, count: number): Row[] {
  return Array.from({ length: count }, (_, i) => {
    if (i % 17 === 5) return { id: '', text: '', bad: true }
    const id = i % 7 === 3 ? `${file},"${i}"\n#` : `#${file}${i}`
    if (i % 2 === 0)
      return { id, text: `Ünd ${i} of ${file}: write to guest.${i}.${file}@mail.example.org 😀 soon` }
    return { id, text: i % 5 === 0 ? TEA : `${TEA}, said ${i} of ${file}` }
  })
}

const jsonl = (rows: readonly Row[]) =>
  rows.map(({ id, text, bad }) => (bad ? '{"text": broken\n' : `${JSON.stringify({ id, text })}\n`)).join('')
const cell = (value: string) => (/[",\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value)
const csv = (rows: readonly Row[]) =>
  `id,text,n\n${rows.map(({ id, text, bad }) => (bad ? 'one cell\n' : `${[id, text, '1'].map(cell).join(',')}\n`)).join('')}`

export const SHARDS = [
  { name: 'z.jsonl', rows: rowsOf('z', 120), text: jsonl },
  { name: 'a.csv', rows: rowsOf('a', 90), text: csv },
] as const

/** A dataset whose newest revision has two shards, and a team. */
export async function publishWorld(slug: string, disclosure: Disclosure = 'rows'): Promise<PublishWorld> {
  await transact(publishFirstPolicy)
  const datasetId = await newDataset(slug)
  await db().update(dataset).set({ disclosure }).where(eq(dataset.id, datasetId))
  const files = writeFiles(Object.fromEntries(SHARDS.map(({ name, rows, text }) => [name, text([...rows])])))
  const maintainer = await newMember(db(), [['maintainer', datasetId]])
  const lead = await newMember(db(), [['lead', datasetId]])
  await importFiles(datasetId, files, { wishes: { text: ['text'], id: 'id' } })
  return { datasetId, slug, maintainer, lead, files }
}

export type Ruling = {
  text: string
  action: InForce['action']
  reason: string
  category?: string
  spans?: Span[]
  label?: string
}

/** A lead decides the case of a text. */
export async function rule(world: PublishWorld, ruling: Ruling): Promise<void> {
  const { datasetId, lead } = world
  const { action, reason, category = 'pii', spans = [], label } = ruling
  const digest = itemDigest([ruling.text])
  const [found] = await db()
    .select({ id: reviewCase.id, decisionId: reviewCase.decisionId })
    .from(reviewCase)
    .where(sql`dataset_id = ${datasetId} and digest = ${digest} and category = ${category}`)
  if (!found) throw new Error(`no ${category} case of “${ruling.text}”`)
  const policy = await policyInForce(db(), datasetId)
  const at = { datasetId, caseId: found.id }
  await transact(async (tx) =>
    override(tx, lead, {
      ...at,
      ...(await shownNow(tx, at)),
      action,
      reasonCode: reason,
      policyVersionId: policy.id,
      spans,
      passages: [],
      label,
      note: undefined,
      supersedes: found.decisionId,
      queue: '',
    }),
  )
}

/** A standing opt-out of one source id, made by the decision about a text. */
export async function optOut(world: PublishWorld, sourceId: string, decided: string): Promise<void> {
  const { datasetId } = world
  const digest = itemDigest([decided])
  const [made] = await db()
    .select({ id: reviewCase.decisionId })
    .from(reviewCase)
    .where(sql`dataset_id = ${datasetId} and digest = ${digest} and decision_id is not null`)
  await db()
    .insert(suppressionRule)
    .values({
      datasetId,
      kind: 'source_id',
      hmac: suppressionHmac(datasetId, 'source_id', sourceId),
      decisionId: made?.id ?? '',
      entryId: randomUUID(),
    })
}

export const addressSpan = (text: string): Span[] => {
  const before = text.slice(0, text.indexOf('guest.'))
  const start = Array.from(before).length
  return [{ field: 'text', start, end: start + (/guest\S+/.exec(text)?.[0].length ?? 0) }]
}

/** Rows with an address, in the order of the shards. */
export const addressed = () =>
  SHARDS.flatMap(({ rows }) => rows.filter(({ text }) => text.includes('guest.')))

/** What the release has to be, computed from the shards and the rulings alone. */
export function expectedRows(rulings: readonly Ruling[]): BaseRow[] {
  return SHARDS.flatMap(({ name, rows }) =>
    rows.map(({ id, text, bad }, row): BaseRow => {
      if (bad) return { file: name, row, id: null, digest: null, outcome: null }
      const inForce = rulings
        .filter((ruling) => ruling.text === text)
        .map(({ action, reason, category = 'pii', spans = [], label = null }) => ({
          action,
          reason,
          category,
          spans,
          label,
        }))
      return { file: name, row, id, digest: itemDigest([text]).toString('hex'), outcome: fold(inForce) }
    }),
  )
}

export const baseFiles = () =>
  SHARDS.map(({ name, rows, text }) => {
    const bytes = Buffer.from(text([...rows]))
    const format = name.endsWith('.csv') ? 'csv' : 'jsonl'
    return { path: name, sha256: sha256(bytes), bytes: bytes.length, format, rows: rows.length }
  })

/** Publishes as the command line does, and writes the files to a folder. */
export async function publishTo(world: PublishWorld, version?: string) {
  const view = await publish(
    world.maintainer,
    { datasetId: world.datasetId, version },
    { sequence: drainPending },
  )
  await drainPending()
  const release = await releaseByVersion(world.slug, view.version)
  if (!release) throw new Error('not published')
  const folder = path.join(mkdtempSync(path.join(tmpdir(), 'winnow-published-')), 'release')
  await writeOut(release, folder)
  return { view, release, folder, file: (name: string) => readFileSync(path.join(folder, name), 'utf8') }
}

/** Of the rows with an address: removed, masked, restricted, kept, in turn; enough of each. */
export function rulings(count = 60): Ruling[] {
  return addressed()
    .slice(0, count)
    .map(({ text }, i): Ruling => {
      if (i % 4 === 0) return { text, action: 'remove', reason: 'pii.profile' }
      if (i % 4 === 1) return { text, action: 'redact', reason: 'pii.contact', spans: addressSpan(text) }
      if (i % 4 === 2) return { text, action: 'restrict', reason: 'pii.profile' }
      return { text, action: 'keep', reason: 'pii.example' }
    })
}

export async function decide(world: PublishWorld, list: readonly Ruling[]): Promise<void> {
  for (const ruling of list) await rule(world, ruling)
}

/** Names and digests of the files of its first release that do not name the dataset. */
export async function dataOf(slug: string): Promise<string[]> {
  const release = await releaseByVersion(slug, '1.0.0')
  return (release?.files ?? [])
    .filter((file) => file.path.startsWith('data/'))
    .map((file) => `${file.sha256} ${file.path}`)
}
