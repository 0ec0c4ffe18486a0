import 'server-only'
import type postgres from 'postgres'
import { database } from '@/db/client'
import { sha256 } from '@/lib/log/sha256'
import { formatLogProof } from '@/lib/release-format/log-proof'
import { append, EMPTY_TREE, foldEdge, type Subtree } from '@/lib/tlog/tree'
import { assembleProof, planInclusion } from '@/lib/tlog/proof'

/** Stored hashes are those of levels 0, 8, 16 …: the leaves and the roots of full tiles (256 wide). */
const TILE_LEVELS = 8

/** The proof that the log has an entry, against its newest checkpoint; null while the entry or a checkpoint that covers it is missing. */
export async function logProof(entryId: string): Promise<string | null> {
  const { sql } = database()
  const [entry] = await sql<
    { idx: string; body: Buffer }[]
  >`select idx, body from log_entry where entry_id = ${entryId}`
  const [checkpoint] = await sql<{ size: string; note: string }[]>`
    select size, note from log_checkpoint order by size desc limit 1`
  if (!entry || !checkpoint || Number(checkpoint.size) <= Number(entry.idx)) return null
  const [index, size] = [Number(entry.idx), Number(checkpoint.size)]
  const plan = planInclusion(index, size)
  const hashes = new Map<string, Uint8Array>()
  for (const subtree of plan.flat()) hashes.set(keyOf(subtree), await hashOf(sql, subtree))
  const proof = assembleProof(plan, (subtree) => hashes.get(keyOf(subtree)) ?? missing(subtree), sha256)
  return formatLogProof({ entry: entry.body, index, proof, checkpoint: checkpoint.note })
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
