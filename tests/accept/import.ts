import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { db } from '@/db/client'
import { fileLiteral, literal, openDuck } from '@/lib/datasets/duck'
import type { ImportView } from '@/lib/datasets/import-revision'
import { indexTable, segmentPaths } from '@/lib/datasets/index-files'
import { imageOf, importFiles, newDatasetOfFindings } from '@/tests/support/datasets'
import { openScratch } from '@/tests/support/scratch'
import type { Outcome } from './merkle'

/**
 * Real files as one revision each, into a database of their own. DuckDB, which had no part in the reading of text files, says how
 * many rows there are; the same rows in two formats must have the same digests and flags.
 */
export async function run(dataFolder: string): Promise<Outcome> {
  await using scratch = await openScratch('accept-import')
  const check = new Checks()
  const at = (...parts: string[]) => path.join(dataFolder, ...parts)
  await davidson(check, at('davidson-tweets', 'labeled_data.csv'))
  await kylo(check, at('kylo-userdata'), scratch.folder)
  await webShards(check, at('web-shards'))
  await presidio(check, at('presidio-synth-v2', 'synth_dataset_v2.json'), scratch.folder)
  await noseyparker(check, at('noseyparker-secrets', 'examples.jsonl.gz'))
  await dolma(check, at('dolma-fixtures', 'data'))
  return check.outcome
}

class Checks {
  readonly outcome: Outcome = { name: 'import of real files', passed: 0, failed: 0, notes: [] }

  that(name: string, holds: boolean): void {
    if (holds) this.outcome.passed++
    else {
      this.outcome.failed++
      this.outcome.notes.push(`FAILED ${name}`)
    }
  }

  /** Notes the numbers of an import and holds its rows against a count made by somebody else. */
  imported(name: string, { rows, unscanned, flagged, flags }: ImportView, expected: number): void {
    this.outcome.notes.push(
      `${name}: ${rows.good} good, ${rows.bad} bad, ${unscanned} unscanned, ${flags} flags in ${flagged} rows`,
    )
    this.that(`${name}: ${expected} rows`, rows.good + rows.bad === expected)
  }

  note(text: string): void {
    this.outcome.notes.push(text)
  }
}

async function davidson(check: Checks, file: string): Promise<void> {
  const view = await importFiles(await newDatasetOfFindings('davidson'), [file])
  check.imported(
    'davidson-tweets',
    view,
    await countRows(`read_csv(${literal(file)}, header = true, quote = '"', strict_mode = true)`),
  )
}

const KYLO_FIELDS = ['first_name', 'last_name', 'email', 'ip_address', 'cc', 'country', 'title', 'comments']

/**
 * The publisher's two files do not hold the same rows: their Parquet was written by a reader that split quoted cells at commas, and
 * some cells were edited in the CSV afterwards. So: rows that DuckDB reads alike from both must have one digest, and a Parquet file
 * that DuckDB makes of the CSV must be the same throughout.
 */
async function kylo(check: Checks, folder: string, scratch: string): Promise<void> {
  const [csv, parquet, made] = [
    path.join(folder, 'userdata1.csv'),
    path.join(folder, 'userdata1.parquet'),
    path.join(scratch, 'made.parquet'),
  ]
  const table = `read_csv(${literal(csv)}, header = true, all_varchar = true, quote = '"', escape = '"')`
  using database = await openDuck({ ordered: true })
  await database.duck.run(`COPY (SELECT * FROM ${table}) TO ${literal(made)} (FORMAT parquet)`)
  const wishes = { text: KYLO_FIELDS, id: 'id' }
  const images = []
  for (const [slug, file] of Object.entries({
    'kylo-csv': csv,
    'kylo-parquet': parquet,
    'kylo-made': made,
  })) {
    const datasetId = await newDatasetOfFindings(slug)
    const view = await importFiles(datasetId, [file], { wishes })
    check.imported(slug, view, 1000)
    images.push({ index: await indexOf(datasetId, view.revisionId), ...(await imageOf(datasetId)) })
  }
  const [fromCsv, fromParquet, fromMade] = images
  if (!fromCsv || !fromParquet || !fromMade) throw new Error('three imports were made')
  check.that(
    'kylo: CSV and the Parquet made of it have the same digests',
    same(fromCsv.index, fromMade.index),
  )
  check.that('kylo: CSV and the Parquet made of it have the same flags', same(fromCsv.flags, fromMade.flags))
  check.that('kylo: CSV and the Parquet made of it have the same cases', same(fromCsv.cases, fromMade.cases))

  const cells = KYLO_FIELDS.map((field) => `coalesce(${field}::VARCHAR, '')`).join(', ')
  const reader = await database.duck.runAndReadAll(`
    SELECT a.n FROM (SELECT row_number() OVER () - 1 AS n, [${cells}] AS c FROM ${table}) a
    JOIN (SELECT file_row_number AS n, [${cells}] AS c FROM read_parquet(${fileLiteral(parquet)}, file_row_number = true)) b
    ON a.n = b.n AND a.c = b.c`)
  const alike = reader.getRowsJson().map(([n]) => String(n))
  const [left, right] = [new Map(fromCsv.index), new Map(fromParquet.index)]
  const agreeing = alike.filter((row) => left.get(row) === right.get(row)).length
  const equal = [...left].filter(([row, digest]) => right.get(row) === digest).length
  check.note(
    `kylo: the publisher's CSV and Parquet agree in ${alike.length} of 1000 rows; ${agreeing} of these have one digest, ${equal} rows in all`,
  )
  check.that(
    'kylo: rows that are alike in the published CSV and Parquet have one digest',
    agreeing === alike.length && equal === alike.length,
  )
}

async function webShards(check: Checks, folder: string): Promise<void> {
  const names = ['arxiv', 'demo-dataset-deduplication', 'stack_exchange']
  const images = []
  for (const ending of ['jsonl', 'parquet']) {
    const datasetId = await newDatasetOfFindings(`web-${ending}`)
    const view = await importFiles(
      datasetId,
      names.map((name) => path.join(folder, `${name}.${ending}`)),
      { wishes: { text: ['text'] } },
    )
    check.imported(`web-shards ${ending}`, view, 95)
    images.push({ index: await indexOf(datasetId, view.revisionId), ...(await imageOf(datasetId)) })
  }
  const [jsonl, parquet] = images
  check.that('web-shards: JSONL and Parquet have the same digests', same(jsonl?.index, parquet?.index))
  check.that('web-shards: JSONL and Parquet have the same flags', same(jsonl?.flags, parquet?.flags))
  check.that('web-shards: JSONL and Parquet have the same cases', same(jsonl?.cases, parquet?.cases))
}

async function presidio(check: Checks, file: string, scratch: string): Promise<void> {
  const rows: object[] = JSON.parse(await readFile(file, 'utf8'))
  const jsonl = path.join(scratch, 'presidio.jsonl')
  await writeFile(jsonl, rows.map((row) => `${JSON.stringify(row)}\n`).join(''))
  check.imported(
    'presidio-synth-v2',
    await importFiles(await newDatasetOfFindings('presidio'), [jsonl]),
    rows.length,
  )
}

async function noseyparker(check: Checks, file: string): Promise<void> {
  const view = await importFiles(await newDatasetOfFindings('noseyparker'), [file])
  check.imported(
    'noseyparker-secrets',
    view,
    await countRows(`read_json(${literal(file)}, format = 'newline_delimited')`),
  )
}

async function dolma(check: Checks, folder: string): Promise<void> {
  const files = [
    'multiple_files/cc_en_head-0091.jsonl.gz',
    'multiple_files/cc_en_head-0174.jsonl.gz',
    'provided/documents/000.json.gz',
  ]
  const view = await importFiles(
    await newDatasetOfFindings('dolma'),
    files.map((name) => path.join(folder, name)),
  )
  check.imported('dolma-fixtures', view, 30)
}

async function countRows(table: string): Promise<number> {
  using database = await openDuck()
  const reader = await database.duck.runAndReadAll(`SELECT count(*)::DOUBLE FROM ${table}`)
  return Number(reader.getRows()[0]?.[0])
}

/** [ordinal and row, digest] of every item, in order. */
async function indexOf(datasetId: string, revisionId: string): Promise<[string, string][]> {
  using database = await openDuck()
  const index = indexTable(await segmentPaths(db(), datasetId, revisionId))
  const reader = await database.duck.runAndReadAll(
    `SELECT CASE ordinal WHEN 0 THEN '' ELSE ordinal || '/' END || row, hex(digest) FROM ${index} ORDER BY ordinal, row`,
  )
  return reader.getRowsJson().map(([row, digest]) => [String(row), String(digest)])
}

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)
