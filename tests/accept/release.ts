import { mkdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { asc, eq, sql } from 'drizzle-orm'
import { db, transact } from '@/db/client'
import { dataset, flag, reviewCase } from '@/db/schema'
import type { Member } from '@/lib/auth/actor'
import { fileLiteral, literal, openDuck } from '@/lib/datasets/duck'
import type { FieldWishes } from '@/lib/datasets/read/fields'
import { logVkey } from '@/lib/log/queries'
import { drainPending } from '@/lib/log/sequencer'
import { publishFirstPolicy } from '@/lib/policies/first-policy'
import { policyInForce } from '@/lib/policies/queries'
import type { RowCounts } from '@/lib/release-format/counts'
import type { Action } from '@/lib/release-format/fold'
import { mergeSpans } from '@/lib/release-format/spans'
import { apply } from '@/lib/releases/apply'
import { publish } from '@/lib/releases/publish'
import { releaseByVersion } from '@/lib/releases/queries'
import { verify } from '@/lib/releases/verify'
import { writeOut } from '@/lib/releases/write-out'
import { override } from '@/lib/review/override'
import { shownNow } from '@/tests/support/shown'
import { newMember } from '@/tests/db/review-world'
import { importFiles, newDatasetOfFindings } from '@/tests/support/datasets'
import { openScratch } from '@/tests/support/scratch'
import type { Outcome } from './merkle'

type Set = {
  slug: string
  files: string[]
  wishes: FieldWishes
  /** A copy in another order and format: made by DuckDB, which had no part in the release. Null where no text format fits. */
  copy: (scratch: string) => Promise<string | null>
}

/** Decisions made in a set: enough of each action, few enough to take seconds. */
const DECIDED = 60

/**
 * Real files imported, flagged, some of it decided, published, verified, applied: to the base by position and to a shuffled copy in
 * another format by content. The rows of every output are counted by DuckDB.
 */
export async function run(dataFolder: string): Promise<Outcome> {
  await using scratch = await openScratch('accept-release')
  const outcome: Outcome = { name: 'release of real files', passed: 0, failed: 0, notes: [] }
  await transact(publishFirstPolicy)
  for (const set of await sets(dataFolder, scratch.folder)) await accept(set, scratch.folder, outcome)
  return outcome
}

async function accept(set: Set, scratch: string, outcome: Outcome): Promise<void> {
  const { slug, files, wishes } = set
  const check = (name: string, holds: boolean, detail = '') => {
    if (holds) outcome.passed++
    else {
      outcome.failed++
      outcome.notes.push(`FAILED ${slug}: ${name} ${detail}`)
    }
  }
  const datasetId = await newDatasetOfFindings(slug)
  await db().update(dataset).set({ disclosure: 'full' }).where(eq(dataset.id, datasetId))
  const { rows: read } = await importFiles(datasetId, files, { wishes })
  const lead = await newMember(db(), [['lead', datasetId]])
  const decided = await decideSome(datasetId, lead)

  const maintainer = await newMember(db(), [['maintainer', datasetId]])
  const { version, rows } = await publish(maintainer, { datasetId }, { sequence: drainPending })
  await drainPending()
  const release = await releaseByVersion(slug, version)
  if (!release) throw new Error(`${slug} was not published`)
  const folder = path.join(scratch, slug, 'release')
  await writeOut(release, folder)
  check('every row of the import is in the release', rows.in === read.good + read.bad)

  const report = await verify({ release: folder, base: files, vkey: logVkey() })
  check(
    'verifies, rebuilt and signed',
    report.exit === 0 && report.rebuilt.state === 'valid',
    JSON.stringify(report),
  )

  const out = path.join(scratch, slug, 'by-position')
  const applied = await apply({ release: folder, files, out })
  check('by position, the rows are those of the release', same(applied.rows, rows))
  const counted = await countRows(files.map((file) => path.join(out, path.basename(file))))
  check(`DuckDB counts what is kept`, counted === rows.untouched + rows.redacted, `${counted}`)
  check(
    'in = untouched + redacted + removed + restricted',
    rows.in === counted + rows.removed + rows.restricted,
  )
  const again = await apply({ release: folder, files: [out], out: path.join(scratch, slug, 'by-receipt') })
  check(
    'by its receipt, the copy is filtered again and nothing changes',
    again.files.every(({ way }) => way !== 'content') &&
      same(again.rows, { ...rows, in: counted, removed: 0, restricted: 0 }),
    JSON.stringify(again.rows),
  )
  const copy = await set.copy(path.join(scratch, slug))
  if (copy !== null) {
    const own = path.join(scratch, slug, 'by-content')
    const byContent = await apply({ release: folder, files: [copy], out: own })
    const stay = await countRows([path.join(own, path.basename(copy))])
    check(
      'by content, exactly the untouched rows stay',
      stay === rows.untouched,
      `${stay} of ${rows.untouched}`,
    )
    check('by content, every row is accounted for', byContent.rows.in === stay + byContent.rows.removed)
  }
  outcome.notes.push(
    `${slug}: ${decided} decisions; ${rows.in} in = ${rows.untouched} untouched + ${rows.redacted} redacted + ${rows.removed} removed + ${rows.restricted} restricted`,
  )
}

const same = (a: RowCounts, b: RowCounts) =>
  JSON.stringify(Object.entries(a).sort()) === JSON.stringify(Object.entries(b).sort())

/** Every action in turn, on the first cases there are, with a reason code that allows it and the spans that were found. */
async function decideSome(datasetId: string, lead: Member): Promise<number> {
  const policy = await policyInForce(db(), datasetId)
  const cases = await db()
    .select({ id: reviewCase.id, category: reviewCase.category, digest: reviewCase.digest })
    .from(reviewCase)
    .where(eq(reviewCase.datasetId, datasetId))
    .orderBy(asc(reviewCase.digest), asc(reviewCase.category))
    .limit(DECIDED)
  const turns: Action[] = ['redact', 'remove', 'restrict', 'keep', 'label']
  let decided = 0
  for (const [i, found] of cases.entries()) {
    const spans = mergeSpans(await spansOf(datasetId, found))
    const wanted = [...turns.slice(i % turns.length), ...turns].filter(
      (action) => action !== 'redact' || spans.length > 0,
    )
    const ground = policy.reasons.find(
      ({ category, actions }) => category === found.category && actions.includes(wanted[0] ?? ''),
    )
    const action = ground ? wanted[0] : undefined
    if (!ground || !action) continue
    await transact(async (tx) =>
      override(tx, lead, {
        ...(await shownNow(tx, { datasetId, caseId: found.id })),
        datasetId,
        caseId: found.id,
        action,
        reasonCode: ground.code,
        policyVersionId: policy.id,
        spans: action === 'redact' ? [...spans] : [],
        passages: [],
        label: action === 'label' ? 'seen' : undefined,
        note: undefined,
        supersedes: null,
        queue: '',
      }),
    )
    decided += 1
  }
  return decided
}

async function spansOf(datasetId: string, { digest, category }: { digest: Buffer; category: string }) {
  const flags = await db()
    .select({ spans: flag.spans })
    .from(flag)
    .where(sql`dataset_id = ${datasetId} and digest = ${digest} and category = ${category}`)
  return flags.flatMap(({ spans }) => spans)
}

async function countRows(files: readonly string[]): Promise<number> {
  using database = await openDuck()
  let rows = 0
  for (const file of files) {
    const table = file.endsWith('.parquet')
      ? `read_parquet(${fileLiteral(file)})`
      : file.includes('.csv')
        ? `read_csv(${literal(file)}, header = true, quote = '"', escape = '"', all_varchar = true, strict_mode = true)`
        : `read_ndjson_objects(${fileLiteral(file)}, maximum_object_size = 16777216)`
    const reader = await database.duck.runAndReadAll(`SELECT count(*)::DOUBLE FROM ${table}`)
    rows += Number(reader.getRows()[0]?.[0])
  }
  return rows
}

/** A table shuffled into one JSONL file. */
async function shuffled(table: string, folder: string): Promise<string> {
  await mkdir(folder, { recursive: true })
  const file = path.join(folder, 'copy.jsonl')
  using database = await openDuck()
  await database.duck.run(
    `COPY (SELECT * FROM ${table} ORDER BY hash(rowid_)) TO ${literal(file)} (FORMAT json)`,
  )
  return file
}

async function sets(dataFolder: string, scratch: string): Promise<Set[]> {
  const at = (...parts: string[]) => path.join(dataFolder, ...parts)
  const csvTable = (file: string) =>
    `(SELECT *, row_number() OVER () AS rowid_ FROM read_csv(${literal(file)}, header = true, quote = '"', escape = '"', all_varchar = true, strict_mode = true))`
  const davidson = at('davidson-tweets', 'labeled_data.csv')
  const kylo = at('kylo-userdata', 'userdata1.csv')
  const shards = ['arxiv', 'demo-dataset-deduplication', 'stack_exchange']
  const web = (ending: string) => shards.map((name) => at('web-shards', `${name}.${ending}`))
  const presidio = path.join(scratch, 'presidio.jsonl')
  const rows: object[] = JSON.parse(await readFile(at('presidio-synth-v2', 'synth_dataset_v2.json'), 'utf8'))
  await writeFile(presidio, rows.map((row) => `${JSON.stringify(row)}\n`).join(''))
  const dolma = [
    'multiple_files/cc_en_head-0091.jsonl.gz',
    'multiple_files/cc_en_head-0174.jsonl.gz',
    'provided/documents/000.json.gz',
  ]
  const kyloFields = ['first_name', 'last_name', 'email', 'ip_address', 'cc', 'country', 'title', 'comments']
  return [
    {
      slug: 'davidson-tweets',
      files: [davidson],
      wishes: {},
      copy: (folder) => shuffled(csvTable(davidson), folder),
    },
    {
      slug: 'kylo-userdata',
      files: [kylo],
      wishes: { text: kyloFields, id: 'id' },
      copy: (folder) => shuffled(csvTable(kylo), folder),
    },
    { slug: 'web-shards-jsonl', files: web('jsonl'), wishes: { text: ['text'] }, copy: async () => null },
    {
      slug: 'web-shards-parquet',
      files: web('parquet'),
      wishes: { text: ['text'] },
      copy: async (folder) => joined(web('jsonl'), folder),
    },
    {
      slug: 'presidio-synth-v2',
      files: [presidio],
      wishes: {},
      copy: (folder) => reversed(presidio, folder),
    },
    {
      slug: 'noseyparker-secrets',
      files: [at('noseyparker-secrets', 'examples.jsonl.gz')],
      wishes: {},
      copy: (folder) =>
        shuffled(
          `(SELECT *, row_number() OVER () AS rowid_ FROM read_json(${fileLiteral(at('noseyparker-secrets', 'examples.jsonl.gz'))}, format = 'newline_delimited'))`,
          folder,
        ),
    },
    {
      slug: 'dolma-fixtures',
      files: dolma.map((name) => at('dolma-fixtures', 'data', name)),
      wishes: {},
      copy: async () => null,
    },
  ]
}

/** Shards as one file, last first. */
async function joined(files: readonly string[], folder: string): Promise<string> {
  await mkdir(folder, { recursive: true })
  const file = path.join(folder, 'joined.jsonl')
  const texts = await Promise.all(files.map((name) => readFile(name, 'utf8')))
  await writeFile(
    file,
    texts
      .reverse()
      .map((text) => (text.endsWith('\n') ? text : `${text}\n`))
      .join(''),
  )
  return file
}

async function reversed(file: string, folder: string): Promise<string> {
  await mkdir(folder, { recursive: true })
  const copy = path.join(folder, 'reversed.jsonl')
  const lines = (await readFile(file, 'utf8')).trimEnd().split('\n')
  await writeFile(copy, `${lines.reverse().join('\n')}\n`)
  return copy
}
