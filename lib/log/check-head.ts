import 'server-only'
import type postgres from 'postgres'
import { database } from '@/db/client'
import { type Checkpoint, parseCheckpoint } from '@/lib/tlog/checkpoint'
import { equal } from '@/lib/tlog/bytes'
import { NoteError, openNote } from '@/lib/tlog/note'
import { TILE_WIDTH, tileLevelCount } from '@/lib/tlog/tile'
import { rootOf } from '@/lib/tlog/tree'
import { damaged, LogHeadError, originChanged } from './head-error'
import { type LogIdentity, logIdentity } from './identity'
import { latestMirrored, type Mirrored, mirrorFolder } from './mirror'
import { sha256 } from './sha256'
import { assertFollows, type Head, readHead, readPartials, type Reader, treeOf } from './stored'

export type CheckHeadOptions = { sql?: postgres.Sql; log?: LogIdentity; folder?: string }

/**
 * Whether the log may be continued: its head follows from the stored entries, is signed by this key or a former one
 * under this origin, and is not older than, nor different from, the newest checkpoint that was mirrored outside the
 * database. Reads a few thousand rows at most, whatever the size. Any role may ask. Answers the size; throws a
 * {@link LogHeadError}.
 */
export async function checkHead(options: CheckHeadOptions = {}): Promise<number> {
  const { sql = database().sql, log = logIdentity(), folder = mirrorFolder() } = options
  // The mirror first: it is written after the commit, so a head read later cannot be behind it by a race.
  const mirrored = await latestMirrored(folder)
  return sql.begin('isolation level repeatable read read only', async (tx) => {
    const head = await readHead(tx)
    if (head) {
      if (head.origin !== log.origin) throw originChanged(head.origin, log.origin)
      await assertStored(tx, head)
      await assertSigned(tx, head, log)
    }
    if (mirrored) await assertReaches(tx, head?.tree.size ?? 0, mirrored, log)
    return head?.tree.size ?? 0
  })
}

/** Nothing is missing at the end and nothing is beyond it. */
async function assertStored(tx: Reader, head: Head): Promise<void> {
  const { size } = head.tree
  const [last] = await tx<{ idx: string | null }[]>`select max(idx) as idx from log_entry`
  const entries = Number(last?.idx ?? -1) + 1
  if (entries !== size)
    throw damaged(`its head counts ${size} entries, the last one stored is number ${entries}`)
  for (let level = 0; level < tileLevelCount(size); level++) {
    const [tile] = await tx<{ n: string | null }[]>`select max(n) as n from log_tile where level = ${level}`
    const full = Math.floor(size / TILE_WIDTH ** (level + 1))
    const stored = Number(tile?.n ?? -1) + 1
    if (stored !== full)
      throw damaged(`it has ${stored} full tiles at level ${level} where ${size} entries make ${full}`)
  }
  assertFollows(head, await readPartials(tx, size))
}

async function assertSigned(tx: Reader, head: Head, log: LogIdentity): Promise<void> {
  const [latest] = await tx<{ note: string }[]>`select note from log_checkpoint order by size desc limit 1`
  if (!latest) throw damaged('it has no checkpoint')
  const signed = opened(latest.note, log, 'the last stored checkpoint')
  if (signed.size !== head.tree.size || !equal(signed.root, head.root)) {
    throw damaged(`its last checkpoint is for size ${signed.size}, its head at size ${head.tree.size}`)
  }
}

/** A database restored from a backup is behind what was shown; one that was rewritten has another root there. */
async function assertReaches(tx: Reader, size: number, mirrored: Mirrored, log: LogIdentity): Promise<void> {
  const shown = opened(mirrored.note, log, mirrored.file)
  if (shown.size > size) {
    throw new LogHeadError(
      'behind',
      `The log in the database ends at ${size}, but a checkpoint for size ${shown.size} was already shown (${mirrored.file}): the database was restored from a backup or is another one. Continuing would give a second, different log under the same name.`,
    )
  }
  const tree = treeOf(shown.size, await readPartials(tx, shown.size))
  if (!equal(rootOf(tree, sha256), shown.root)) {
    throw new LogHeadError(
      'forked',
      `The first ${shown.size} entries in the database are not the ones that were shown (${mirrored.file}): somebody changed the log.`,
    )
  }
}

function opened(note: string, log: LogIdentity, where: string): Checkpoint {
  try {
    return parseCheckpoint(openNote(note, log.verifiers).text)
  } catch (error) {
    if (error instanceof NoteError && error.code === 'no_known_signature') {
      throw new LogHeadError(
        'key_changed',
        `${where} is not signed with this log's key ${log.vkey}: put the old seed back (WINNOW_LOG_KEY, or keys/log.seed in the data folder), or name the key that signed it (WINNOW_LOG_OLD_KEYS, or keys/log.old) if it was changed on purpose.`,
      )
    }
    throw damaged(`${where} cannot be read (${error instanceof Error ? error.message : String(error)})`)
  }
}
