import 'server-only'
import { blobPath } from '@/lib/blobs/store'
import type { RevisionFile } from './begin-revision'
import { languageOf } from '@/lib/detection/language'
import type { SourceRules } from './commit-chunk'
import { isBad } from './read/extract'
import type { FieldPlan } from './read/fields'
import { rowsAt } from './read/row-at'
import type { ScannedBlock } from './scan/scan-block'

/**
 * Adds the rows of blocks that fall under a standing rule (an upheld opt-out) to their flagged rows. Only the index of a row is
 * asked, and its text is read again when no detector has kept it: such rows are few.
 */
export async function applyRules(
  blocks: readonly ScannedBlock[],
  rules: SourceRules,
  file: RevisionFile,
  plan: FieldPlan,
): Promise<void> {
  for (const block of blocks) {
    const flagged = new Map(block.flagged.map((row) => [row.index, row]))
    const ruled = ruledRows(block, rules)
    for (const [index, ids] of ruled) {
      const known = flagged.get(index)
      if (known) known.rules = ids
    }
    const unread = [...ruled].filter(([index]) => !flagged.has(index))
    if (unread.length === 0) continue
    const rows = await rowsAt(
      blobPath(file.digest),
      file.format,
      plan,
      unread.map(([index]) => ({
        row: block.from.row + index,
        offset: block.places?.offset[index] ?? null,
        length: block.places?.length[index] ?? null,
      })),
    )
    for (const [index, ids] of unread) {
      const row = rows.get(block.from.row + index)
      if (!row || isBad(row)) continue
      const language = languageOf(row.language, row.values.slice(0, plan.text.length))
      block.flagged.push({ index, values: row.values, findings: [], language, rules: ids })
    }
  }
}

function ruledRows(
  { digests, ids, urls, authors, bad }: ScannedBlock,
  rules: SourceRules,
): Map<number, string[]> {
  const listed = new Set(bad.map(({ index }) => index))
  const ruled = new Map<number, string[]>()
  for (let index = 0; index < ids.length; index++) {
    if (listed.has(index)) continue
    const digest = digests.subarray(index * 32, index * 32 + 32)
    const found = rules({
      digest,
      sourceId: ids[index] ?? null,
      url: urls[index] ?? null,
      author: authors[index] ?? null,
    })
    if (found.length > 0) ruled.set(index, found)
  }
  return ruled
}
