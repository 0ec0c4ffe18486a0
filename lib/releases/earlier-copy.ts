import 'server-only'
import { readFile, stat } from 'node:fs/promises'
import path from 'node:path'
import { z } from 'zod'
import { invalid } from '@/lib/errors'
import type { Span } from '@/lib/release-format/spans'
import { RECEIPT, RECEIPT_FORMAT } from './receipt'

/** A file that an earlier run wrote: which rows of which base file are in it, and what is masked in them. */
export type EarlierCopy = {
  name: string
  sha256: string
  bytes: number
  base: { path: string; sha256: string }
  /** [first row, length], ascending. */
  runs: readonly (readonly [number, number])[]
  redacted: ReadonlyMap<number, readonly Span[]>
}

/** More than the receipt of a billion rows with one in a thousand taken out. */
const MAX_RECEIPT_BYTES = 256 * 1024 * 1024

const count = z.int().nonnegative()
const digest = z.string().regex(/^[0-9a-f]{64}$/)
const receiptSchema = z.object({
  format: z.literal(RECEIPT_FORMAT),
  files: z.array(
    z.object({
      output: z.object({ name: z.string(), sha256: digest, bytes: count }).nullable(),
      base: z.object({ path: z.string(), sha256: digest }).nullable(),
      rowMap: z.array(z.tuple([count, z.int().positive()])),
      redacted: z.array(z.tuple([count, z.array(z.tuple([z.string(), count, z.int().positive()]))])),
    }),
  ),
})

/**
 * The copies that the receipts beside the given files and folders tell of.
 *
 * @throws AppError `invalid` for a receipt that is none: going on without it would filter the copy as if it were something else
 */
export async function earlierCopies(given: readonly string[]): Promise<EarlierCopy[]> {
  const folders = new Set<string>()
  for (const file of given) folders.add((await stat(file)).isDirectory() ? file : path.dirname(file))
  const copies: EarlierCopy[] = []
  for (const folder of folders) copies.push(...(await copiesIn(path.join(folder, RECEIPT))))
  return copies
}

async function copiesIn(file: string): Promise<EarlierCopy[]> {
  const found = await stat(file).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null
    throw error
  })
  if (!found) return []
  if (found.size > MAX_RECEIPT_BYTES) throw broken(file, `it is ${found.size} bytes long`)
  const receipt = receiptSchema.safeParse(parsed(await readFile(file, 'utf8')))
  if (!receipt.success) throw broken(file, receipt.error.issues[0]?.path.join('.') || 'it is no receipt')
  return receipt.data.files.flatMap(({ output, base, rowMap, redacted }) => {
    if (!output || !base) return []
    if (!areRuns(rowMap)) throw broken(file, `the rows of ${output.name} are out of order`)
    const spans = redacted.map(
      ([row, list]) => [row, list.map(([field, start, end]) => ({ field, start, end }))] as const,
    )
    return [{ ...output, base, runs: rowMap, redacted: new Map(spans) }]
  })
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function areRuns(runs: readonly (readonly [number, number])[]): boolean {
  let end = -1
  return runs.every(([start, length]) => {
    const follows = start > end
    end = start + length
    return follows && Number.isSafeInteger(end)
  })
}

const broken = (file: string, what: string) =>
  invalid(`${file} is not a receipt that can be read: ${what}. Move it away to filter the files without it.`)
