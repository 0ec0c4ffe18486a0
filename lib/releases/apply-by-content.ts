import 'server-only'
import { extractor, isBad } from '@/lib/datasets/read/extract'
import { requireFields, type FieldPlan } from '@/lib/datasets/read/fields'
import type { Format } from '@/lib/datasets/read/format'
import { parquetRows } from '@/lib/datasets/read/parquet'
import { readSegments } from '@/lib/datasets/read/records'
import { invalid } from '@/lib/errors'
import type { RowCounts } from '@/lib/release-format/counts'
import { manifest } from '@/lib/release-format/lists'
import { AllowList, allowKey } from './allow-list'
import type { InputFile } from './input-files'
import { type Judge, type Judged, type Verdict } from './judge'
import type { LoadedRelease } from './load-release'
import { listRows } from './read-file'
import { NOTHING_LACKS } from './receipt'
import { RowSet } from './row-set'

type Input = { file: InputFile; format: Format }

/** How a copy differs from the base. */
export type ContentOptions = {
  /** Names of the content fields in this copy, when they are others than in the base. */
  textFields?: readonly string[]
  idField?: string
  /** Tell rows apart by content alone, for copies whose ids are not those of the base. */
  ignoreIds?: boolean
}

/** How many rows a refusal names. */
const NAMED = 10

/**
 * For copies that were re-sharded, shuffled or converted. Each row on the list of kept digests answers for one row of the copy; what
 * is not on the list goes. No digest of a row that was taken out is published, so a row that is not listed may be one of those or
 * one the release has never seen. There can be no more of the first than the release leaves out: with more, some are of the second
 * kind, and the copy is refused.
 */
export class ContentJudge {
  private readonly unlisted: string[] = []
  private unlistedRows = 0

  private constructor(
    private readonly allowed: AllowList,
    private readonly fields: FieldPlan,
    private readonly withIds: boolean,
    /** Rows the release leaves out or redacts, of the base files that are not applied by position. */
    private readonly leftOut: number,
  ) {}

  /** @param taken base files applied by position: their rows are not looked for in the others */
  static async open(
    inputs: readonly Input[],
    taken: ReadonlySet<string>,
    { folder, release, plans }: LoadedRelease,
    options: ContentOptions,
  ): Promise<ContentJudge> {
    const fields = fieldsOf(release.base, options)
    for (const { file, format } of inputs)
      if (format.kind !== 'jsonl') requireFields(format.columns, fields.text, file.name)
    const withIds = fields.id !== null && (await everyFileHasIds(inputs, fields))
    const open = [...plans.values()].filter(({ base }) => !taken.has(base.path)).map((plan) => plan.counts())
    const allowed = new AllowList(open.reduce((sum, rows) => sum + rows.untouched, 0))
    for await (const rows of listRows(folder, manifest))
      for (const { file, row, id, digest } of rows)
        // A row that is pending to go is on the release's list and not kept any more.
        if (digest !== '' && !taken.has(file) && plans.get(file)?.kept.has(row))
          allowed.add(allowKey(Buffer.from(digest, 'hex'), id, withIds))
    const leftOut = open.reduce((sum, rows) => sum + rows.in - rows.untouched, 0)
    return new ContentJudge(allowed, { ...fields, id: withIds ? fields.id : null }, withIds, leftOut)
  }

  forFile(name: string): Judge {
    const kept = new RowSet()
    const counted = { in: 0, untouched: 0, redacted: 0, removed: 0, restricted: 0 }
    const judge = (judged: Judged): Verdict => {
      counted.in += 1
      if (this.isListed(judged)) {
        counted.untouched += 1
        kept.add(judged.row)
        return 'keep'
      }
      counted.removed += 1
      this.count(name, judged)
      return 'drop'
    }
    return {
      way: 'content',
      keys: { fields: this.fields, withIds: this.withIds },
      kept,
      redacted: new Map(),
      lacking: NOTHING_LACKS,
      judge,
      finish: () => undefined,
      get rows(): RowCounts {
        return { ...counted }
      },
    }
  }

  /** Behind the last file. */
  finish(): void {
    if (this.unlistedRows <= this.leftOut) return
    const more = this.unlistedRows - this.unlisted.length
    throw invalid(
      `${this.unlistedRows} rows are not on the list of kept rows, but the release leaves out only ${this.leftOut}: ` +
        `it does not know some of them. Nothing was written. Not listed: ${this.unlisted.join(', ')}${more > 0 ? ` and ${more} more` : ''}.` +
        (this.withIds ? ' If the ids of this copy are not those of the base, say --ignore-ids.' : ''),
    )
  }

  private isListed({ key }: Judged): boolean {
    const own = key()
    return own !== null && this.allowed.take(own)
  }

  private count(name: string, { row, line }: Judged): void {
    this.unlistedRows += 1
    if (this.unlisted.length < NAMED)
      this.unlisted.push(`${name} row ${row}${line === null ? '' : ` (line ${line})`}`)
  }
}

function fieldsOf(base: LoadedRelease['release']['base'], options: ContentOptions): FieldPlan {
  const text = options.textFields ?? base.contentFields
  if (text.length !== base.contentFields.length)
    throw invalid(
      `The release has the content fields ${base.contentFields.join(', ')}; name as many with --text-field, in this order.`,
    )
  const id = options.ignoreIds || base.idField === null ? null : (options.idField ?? base.idField)
  return { text: [...text], url: [], mediaHash: null, id }
}

/** Ids tell equal texts apart, if the copy still has them: asked of the first good row of each file. */
async function everyFileHasIds(inputs: readonly Input[], fields: FieldPlan): Promise<boolean> {
  for (const { file, format } of inputs) if (!(await hasIds(file.path, format, fields))) return false
  return true
}

async function hasIds(file: string, format: Format, fields: FieldPlan): Promise<boolean> {
  if (format.kind === 'parquet') {
    if (fields.id !== null && !format.columns.includes(fields.id.split('.')[0] ?? '')) return false
    for await (const { rows } of parquetRows(file, fields))
      for (const row of rows) if (!isBad(row)) return row.id !== null
    return false
  }
  if (format.kind !== 'jsonl' && fields.id !== null && !format.columns.includes(fields.id)) return false
  const extract = extractor(format, fields)
  for await (const segments of readSegments(file, format))
    for (const { kind, bytes } of segments) {
      const row = kind === 'record' ? extract(bytes) : undefined
      if (row && !isBad(row)) return row.id !== null
    }
  return false
}
