import 'server-only'
import { readTileOf } from '@/lib/log/tiles'
import { openingsOf } from '@/lib/log/queries'
import { decisionParts } from '@/lib/log/commitments'
import { parseEntry } from '@/lib/log/entries'
import { committedValues } from '@/lib/log/private-parts'
import { sha256 } from '@/lib/log/sha256'
import { entryBytes, openings, type OpenDecision } from '@/lib/release-format/openings'
import { equal, fromHex } from '@/lib/tlog/bytes'
import { partCommitments, partSalt, type Opening } from '@/lib/tlog/commitment'
import type { Hash } from '@/lib/tlog/hash'
import { type HashTile, readHashes, type TileSource } from '@/lib/tlog/tile-reader'
import type { Subtree } from '@/lib/tlog/tree'
import { subtreesBetween } from '@/lib/tlog/walk'
import type { BuildInput, ReleaseFile } from './build'
import { DraftFile } from './draft-file'

/**
 * Writes the openings of the decisions whose reasons a release tells, in the order of the log, with what leads from them to the root
 * the release rests on. Throws when one of them cannot be opened: then its reason should not have been told.
 */
export async function writeOpenings(
  { sql, log }: Pick<BuildInput, 'sql' | 'log'>,
  entryIds: ReadonlySet<string>,
): Promise<ReleaseFile> {
  const rows = await sql<Row[]>`
    select idx::float8 as index, entry_id as id, body from log_entry
    where entry_id = any(${[...entryIds]}::uuid[]) order by idx`
  const missing = entryIds.size - rows.filter(({ index }) => index < log.size).length
  if (missing > 0) throw new Error(`${missing} decisions are not in the log of ${log.size} entries`)
  const between = await hashesBetween(
    rows.map(({ index }) => index),
    { size: log.size, root: fromHex(log.root) },
    (tiles) => Promise.all(tiles.map((tile: HashTile) => readTileOf(sql, tile))),
  )
  const draft = await DraftFile.open(openings.head)
  try {
    for (let from = 0; from < rows.length; from += CHUNK) {
      const chunk = rows.slice(from, from + CHUNK)
      const opened = await openingsOf(chunk.map(({ id }) => id))
      for (const [i, row] of chunk.entries())
        await draft.write(openings.line(openDecision(row, opened.get(row.id), between[from + i] ?? [])))
    }
    await draft.write(openings.line({ size: log.size, hashes: between[rows.length] ?? [] }))
    const { digest, bytes } = await draft.adopt()
    return { path: openings.path, sha256: digest.toString('hex'), bytes }
  } catch (error) {
    await draft.discard()
    throw error
  }
}

const CHUNK = 1_000

type Row = { index: number; id: string; body: Buffer }

/** For each index, and for the end, the hashes of what lies between it and the one before. */
async function hashesBetween(
  indices: readonly number[],
  tree: { size: number; root: Hash },
  tiles: TileSource,
): Promise<Hash[][]> {
  if (tree.size === 0) return [[]]
  const gaps: Subtree[][] = []
  let from = 0
  for (const to of [...indices, tree.size]) {
    gaps.push(subtreesBetween(from, to))
    from = to + 1
  }
  const hashOf = await readHashes(tree, gaps.flat(), tiles, sha256)
  return gaps.map((subtrees) => subtrees.map(hashOf))
}

function openDecision({ index, id, body }: Row, opening: Opening | undefined, hashes: Hash[]): OpenDecision {
  const entry = parseEntry(body)
  if (entry.t !== 'decision' || !opening) throw new Error(`entry ${index} of the log cannot be opened`)
  const parts = decisionParts(committedValues.decision.parse(opening.value))
  const { target, supersedes } = partCommitments(
    { field: 'decision', parts: { target: parts.target, supersedes: parts.supersedes }, salt: opening.salt },
    sha256,
  )
  if (target === undefined || supersedes === undefined) throw new Error('a part without its commitment')
  const { at, policy } = entry
  const salt = partSalt(opening.salt, 'decision', 'what', sha256)
  const opened = { index, hashes, at, id, policy, what: parts.what, salt, closed: { target, supersedes } }
  if (!equal(entryBytes(entry.dataset, opened), body))
    throw new Error(`the opening of entry ${index} of the log is not the one it commits to`)
  return opened
}
