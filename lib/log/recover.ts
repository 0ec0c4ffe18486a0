import 'server-only'
import type postgres from 'postgres'
import { concat, equal, toHex } from '@/lib/tlog/bytes'
import { parseBundle } from '@/lib/tlog/bundle'
import { type Checkpoint, parseCheckpoint } from '@/lib/tlog/checkpoint'
import { leafHash } from '@/lib/tlog/hash'
import { openNote } from '@/lib/tlog/note'
import { grow, type Growth, TILE_WIDTH } from '@/lib/tlog/tile'
import { rootOf, type Tree } from '@/lib/tlog/tree'
import { unavailable } from '@/lib/errors'
import { failpoint } from '@/lib/runtime/failpoint'
import { parseEntry } from './entries'
import type { LogIdentity } from './identity'
import { type LogSource, MissingResource, readResource } from './log-source'
import { latestMirrored, mirror } from './mirror'
import { foundLog } from './sequence'
import { sha256 } from './sha256'
import { assertFollows, type Head, readHead, readPartials } from './stored'

export type Recovered = {
  /** The log ended at `from` and ends at `to` now. */
  from: number
  to: number
}

type Shown = Checkpoint & { note: string }

/**
 * Brings a log that is behind what it has shown up to there: the missing entries come from a published copy (or from what
 * waits in the database, where that is all that is missing), and must give the root that was signed; then they are written in
 * one transaction, as winnow_sequencer. Nothing is signed anew.
 *
 * @param source a copy of the published log, null to look only into the database
 * @throws AppError `unavailable` when entries are missing or are not the ones that were signed
 */
export async function recoverLog({
  sql,
  log,
  folder,
  source,
  onProgress = () => undefined,
}: {
  sql: postgres.Sql
  log: LogIdentity
  folder: string
  source: LogSource | null
  onProgress?: (entries: number, of: number) => void
}): Promise<Recovered> {
  const shown = await newestShown(log, folder, source)
  await foundLog(sql, log)
  const recovered = await sql.begin(async (tx) => {
    const head = await readHead(tx, { lock: true })
    if (!head) throw new Error('the log has no head')
    const from = head.tree.size
    if (!shown || shown.size <= from) return { from, to: from }
    assertFollows(head, await readPartials(tx, from))
    const entries = source ? fetched(source, from, shown.size) : waiting(tx, from, shown.size)
    await extend(tx, head, shown, entries, onProgress)
    failpoint('recover.before-commit')
    return { from, to: shown.size }
  })
  if (shown && recovered.to === shown.size) await mirror(folder, shown)
  return recovered
}

/** The largest checkpoint that is known, by the mirror or by the copy. One that this log has not signed counts for nothing. */
async function newestShown(
  log: LogIdentity,
  folder: string,
  source: LogSource | null,
): Promise<Shown | null> {
  const notes = [(await latestMirrored(folder))?.note, source ? await noteOf(source) : undefined]
  const shown = notes.flatMap((note): Shown[] => {
    if (note === undefined) return []
    const checkpoint = parseCheckpoint(openNote(note, log.verifiers).text)
    return checkpoint.origin === log.origin ? [{ ...checkpoint, note }] : []
  })
  return shown.sort((a, b) => b.size - a.size)[0] ?? null
}

/** A copy of bundles alone will do: the mirrored checkpoint says what they must add up to. */
async function noteOf(source: LogSource): Promise<string | undefined> {
  try {
    return new TextDecoder().decode(await source('checkpoint'))
  } catch (error) {
    if (error instanceof MissingResource) return undefined
    throw error
  }
}

/** The entries from `from` to before `to`, a bundle at a time. */
async function* fetched(source: LogSource, from: number, to: number): AsyncGenerator<Uint8Array[]> {
  for (let index = Math.floor(from / TILE_WIDTH); index * TILE_WIDTH < to; index++) {
    const first = index * TILE_WIDTH
    const width = Math.min(TILE_WIDTH, to - first)
    const entries = parseBundle(await bundle(source, index, width))
    if (entries.length !== width)
      throw unavailable(`Entry bundle ${index} of the copy has ${entries.length} entries, not ${width}.`)
    yield entries.slice(Math.max(0, from - first))
  }
}

async function bundle(source: LogSource, index: number, width: number): Promise<Uint8Array> {
  try {
    return await readResource(source, { level: 'entries', index, width })
  } catch (error) {
    if (!(error instanceof MissingResource)) throw error
    throw unavailable(`The copy has no ${error.path}. Nothing was changed; look for another copy.`)
  }
}

/** What was accepted before the backup and sequenced after it, in the order in which it was. */
async function* waiting(tx: postgres.TransactionSql, from: number, to: number): AsyncGenerator<Uint8Array[]> {
  const rows = await tx<{ body: Buffer }[]>`select body from log_pending order by id limit ${to - from}`
  if (rows.length < to - from)
    throw unavailable(
      `The log ends at ${from} and has shown ${to} entries; the missing ones are not in the database. Say where a copy of the log is: --from URL or DIR.`,
    )
  for (let at = 0; at < rows.length; at += TILE_WIDTH)
    yield rows.slice(at, at + TILE_WIDTH).map(({ body }) => body)
}

async function extend(
  tx: postgres.TransactionSql,
  head: Head,
  shown: Shown,
  entries: AsyncIterable<Uint8Array[]>,
  onProgress: (entries: number, of: number) => void,
): Promise<void> {
  let { tree } = head
  for await (const batch of entries) {
    const leaves = batch.map((body) => leafHash(body, sha256))
    const grown = grow(tree, await readPartials(tx, tree.size), leaves, sha256)
    await insertEntries(tx, tree.size, batch, leaves)
    await insertTiles(tx, grown)
    tree = grown.tree
    onProgress(tree.size, shown.size)
  }
  if (tree.size !== shown.size || !equal(rootOf(tree, sha256), shown.root))
    throw unavailable(
      `These entries are not the ones that were signed: with them the log of ${tree.size} entries has another root than its checkpoint. Nothing was changed; look for another copy.`,
    )
  await tx`insert into log_checkpoint (size, root, note) values (${shown.size}, ${shown.root}, ${shown.note})`
  await moveHead(tx, head, tree)
}

async function insertEntries(
  tx: postgres.TransactionSql,
  from: number,
  bodies: readonly Uint8Array[],
  leaves: readonly Uint8Array[],
): Promise<void> {
  const ids = bodies.map((body) => parseEntry(body).id)
  await tx`
    insert into log_entry (idx, entry_id, body, leaf)
    select ${from}::bigint + n - 1, entry_id, decode(body, 'hex'), decode(leaf, 'hex')
    from unnest(${ids}::uuid[], ${bodies.map(toHex)}::text[], ${leaves.map(toHex)}::text[]) with ordinality as t (entry_id, body, leaf, n)`
  // Accepted before the backup, sequenced after it: they have their index now.
  await tx`delete from log_pending where entry_id = any(${ids}::uuid[])`
}

async function insertTiles(tx: postgres.TransactionSql, { fullTiles }: Growth): Promise<void> {
  for (const { level, index, hashes, root } of fullTiles)
    await tx`insert into log_tile (level, n, hashes, root) values (${level}, ${index}, ${hashes}, ${root})`
}

async function moveHead(tx: postgres.TransactionSql, { tree: { size } }: Head, to: Tree): Promise<void> {
  const moved = await tx`
    update log_head set size = ${to.size}, root = ${rootOf(to, sha256)}, edge = ${concat(...to.edge)}, updated_at = now()
    where one = 1 and size = ${size}`
  if (moved.count !== 1) throw new Error(`somebody else moved the head on from size ${size}`)
}
