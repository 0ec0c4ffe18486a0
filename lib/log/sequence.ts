import 'server-only'
import type postgres from 'postgres'
import { failpoint } from '@/lib/runtime/failpoint'
import { formatCheckpoint } from '@/lib/tlog/checkpoint'
import { concat, toHex } from '@/lib/tlog/bytes'
import { leafHash } from '@/lib/tlog/hash'
import { signNote } from '@/lib/tlog/note'
import { grow, type Growth } from '@/lib/tlog/tile'
import { EMPTY_TREE, rootOf, type Tree } from '@/lib/tlog/tree'
import { originChanged } from './head-error'
import type { LogIdentity } from './identity'
import { sha256 } from './sha256'
import { assertFollows, type Head, readHead, readPartials } from './stored'

/** A batch bounds how long the head stays locked: about 50 ms (audit measurements: 75,000 rows/s at this width). */
export const BATCH = 4_096

export type Sequenced = { entries: number; size: number; note: string }

/**
 * Gives the oldest pending entries their indices, in one transaction on a connection of winnow_sequencer: all of it
 * happens or nothing. The lock on the head lets one sequencer work at a time; should it ever fail, the compare-and-swap
 * and the primary key of `log_entry` make the second one roll back. Undefined when nothing was pending. A signature of
 * a transaction that then fails never leaves this process, so no two checkpoints of one log can disagree.
 */
export async function sequence(sql: postgres.Sql, log: LogIdentity): Promise<Sequenced | undefined> {
  return sql.begin(async (tx) => {
    const head = await lockHead(tx, log)
    const pending = await takePending(tx)
    if (pending.length === 0) return undefined
    const partials = await readPartials(tx, head.tree.size)
    assertFollows(head, partials)

    const leaves = pending.map(({ body }) => leafHash(body, sha256))
    const grown = grow(head.tree, partials, leaves, sha256)
    await insertEntries(tx, head.tree.size, pending, leaves)
    failpoint('sequence:after-insert')
    await insertTiles(tx, grown)
    const note = await insertCheckpoint(tx, grown.tree, log)
    await moveHead(tx, head, grown.tree)
    await deletePending(tx, pending)
    failpoint('sequence:before-commit')
    return { entries: pending.length, size: grown.tree.size, note }
  })
}

/** Makes the head and the checkpoint of the empty log, which fixes the origin for ever; both only once. */
export async function foundLog(sql: postgres.Sql, log: LogIdentity): Promise<void> {
  await sql.begin(async (tx) => {
    const root = rootOf(EMPTY_TREE, sha256)
    const founded = await tx`
      insert into log_head (origin, size, root, edge) values (${log.origin}, 0, ${root}, ${Buffer.alloc(0)})
      on conflict do nothing returning one`
    if (founded.length > 0) await insertCheckpoint(tx, EMPTY_TREE, log)
  })
}

type Pending = { id: string; body: Buffer }

async function lockHead(tx: postgres.TransactionSql, log: LogIdentity): Promise<Head> {
  const head = await readHead(tx, { lock: true })
  if (!head) throw new Error('the log has no head: foundLog comes first')
  if (head.origin !== log.origin) throw originChanged(head.origin, log.origin)
  return head
}

/**
 * Identities are given before commit, so a slow transaction may commit a lower id later. That is why rows are taken and
 * deleted, never read from a last seen id on: the late one is simply in the next batch.
 */
async function takePending(tx: postgres.TransactionSql): Promise<Pending[]> {
  return tx<Pending[]>`select id, body from log_pending order by id limit ${BATCH} for update`
}

/** The bytes go from table to table; only the hashes come from here, of the rows that this transaction has locked. */
async function insertEntries(
  tx: postgres.TransactionSql,
  from: number,
  pending: readonly Pending[],
  leaves: readonly Uint8Array[],
): Promise<void> {
  const inserted = await tx`
    insert into log_entry (idx, entry_id, body, leaf)
    select ${from}::bigint + n - 1, entry_id, body, decode(leaf, 'hex')
    from unnest(${pending.map(({ id }) => id)}::bigint[], ${leaves.map(toHex)}::text[]) with ordinality as t (id, leaf, n)
    join log_pending using (id)`
  if (inserted.count !== pending.length) {
    throw new Error(`${inserted.count} of ${pending.length} pending entries were inserted`)
  }
}

async function insertTiles(tx: postgres.TransactionSql, { fullTiles }: Growth): Promise<void> {
  for (const { level, index, hashes, root } of fullTiles) {
    await tx`insert into log_tile (level, n, hashes, root) values (${level}, ${index}, ${hashes}, ${root})`
  }
}

async function insertCheckpoint(tx: postgres.TransactionSql, tree: Tree, log: LogIdentity): Promise<string> {
  const root = rootOf(tree, sha256)
  const note = signNote(formatCheckpoint({ origin: log.origin, size: tree.size, root }), log.signers)
  await tx`insert into log_checkpoint (size, root, note) values (${tree.size}, ${root}, ${note})`
  return note
}

async function moveHead(tx: postgres.TransactionSql, from: Head, to: Tree): Promise<void> {
  const moved = await tx`
    update log_head set size = ${to.size}, root = ${rootOf(to, sha256)}, edge = ${concat(...to.edge)}, updated_at = now()
    where one = 1 and size = ${from.tree.size}`
  if (moved.count !== 1) throw new Error(`another sequencer moved the head on from size ${from.tree.size}`)
}

async function deletePending(tx: postgres.TransactionSql, pending: readonly Pending[]): Promise<void> {
  const deleted = await tx`delete from log_pending where id = any(${pending.map(({ id }) => id)}::bigint[])`
  if (deleted.count !== pending.length) {
    throw new Error(`${pending.length} entries were sequenced, ${deleted.count} were pending`)
  }
}
