import 'server-only'
import type postgres from 'postgres'
import { database } from '@/db/client'
import { latestCheckpoint } from '@/lib/log/queries'
import { sha256 } from '@/lib/log/sha256'
import { formatLogProof } from '@/lib/release-format/log-proof'
import { append, EMPTY_TREE, foldEdge, type Subtree } from '@/lib/tlog/tree'
import { assembleProof, planInclusion } from '@/lib/tlog/proof'

/** Stored hashes are those of levels 0, 8, 16 …: the leaves and the roots of full tiles (256 wide). */
const TILE_LEVELS = 8

/**
 * The proof that the log has an entry, against its newest checkpoint, or the first one that covers it, which stays the same for ever.
 * Null while the entry or such a checkpoint is missing.
 */
export async function logProof(
  entryId: string,
  against: 'newest' | 'first' = 'newest',
): Promise<string | null> {
  const { sql } = database()
  const [entry] = await sql<
    { idx: string; body: Buffer }[]
  >`select idx, body from log_entry where entry_id = ${entryId}`
  if (!entry) return null
  const index = Number(entry.idx)
  const newest = against === 'newest' ? await latestCheckpoint() : null
  // The one that is shown may wait for its witnesses a moment, behind one that covers the entry.
  const checkpoint = newest && newest.size > index ? newest : await firstCheckpoint(sql, index)
  if (!checkpoint) return null
  const { size } = checkpoint
  const plan = planInclusion(index, size)
  const hashes = new Map<string, Uint8Array>()
  for (const subtree of plan.flat()) hashes.set(keyOf(subtree), await hashOf(sql, subtree))
  const proof = assembleProof(plan, (subtree) => hashes.get(keyOf(subtree)) ?? missing(subtree), sha256)
  return formatLogProof({ entry: entry.body, index, proof, checkpoint: checkpoint.note })
}

async function firstCheckpoint(sql: postgres.Sql, index: number) {
  const [row] = await sql<{ size: string; note: string }[]>`
    select size, note from log_checkpoint where size > ${index} order by size limit 1`
  return row && { size: Number(row.size), note: row.note }
}

const keyOf = ({ level, index }: Subtree) => `${level}/${index}`

/** From the nearest stored level below it: at most 128 hashes. */
async function hashOf(sql: postgres.Sql, subtree: Subtree): Promise<Uint8Array> {
  const stored = Math.floor(subtree.level / TILE_LEVELS)
  const width = 2 ** (subtree.level - stored * TILE_LEVELS)
  const [from, to] = [subtree.index * width, (subtree.index + 1) * width]
  const rows =
    stored === 0
      ? await sql<{ hash: Buffer }[]>`
          select leaf as hash from log_entry where idx >= ${from} and idx < ${to} order by idx`
      : await sql<{ hash: Buffer }[]>`
          select root as hash from log_tile where level = ${stored - 1} and n >= ${from} and n < ${to} order by n`
  if (rows.length !== width) return missing(subtree)
  const { edge } = append(
    EMPTY_TREE,
    rows.map(({ hash }) => hash),
    { sha256 },
  )
  return foldEdge(edge, sha256) ?? missing(subtree)
}

function missing(subtree: Subtree): never {
  throw new Error(`the log has no hashes for its subtree ${keyOf(subtree)}`)
}
