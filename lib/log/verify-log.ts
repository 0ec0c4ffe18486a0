import 'server-only'
import { toBase64 } from '@/lib/tlog/base64'
import { parseBundle } from '@/lib/tlog/bundle'
import { equal } from '@/lib/tlog/bytes'
import { type Checkpoint, openCheckpoint } from '@/lib/tlog/checkpoint'
import { type Hash, leafHash } from '@/lib/tlog/hash'
import type { NoteVerifier } from '@/lib/tlog/note'
import { TILE_WIDTH } from '@/lib/tlog/tile'
import { tilePath } from '@/lib/tlog/tile-path'
import type { HashTile } from '@/lib/tlog/tile-reader'
import { append, EMPTY_TREE, rootOf, type Tree } from '@/lib/tlog/tree'
import { Findings, type OpenedCheckpoint } from './findings'
import { inOrder } from './in-order'
import { inspectEntry } from './inspect-entry'
import { type LogSource, readResource } from './log-source'
import { sha256 } from './sha256'
import { BelievedTiles, leafTiles } from './verify-tiles'

export type VerifyLogOptions = {
  source: LogSource
  /** The log's keys, former ones included. */
  verifiers: readonly NoteVerifier[]
  /** An older signed checkpoint that must be a beginning of the log. */
  since?: string | Uint8Array
  /** Requests at once, of tiles and bundles each. */
  concurrency?: number
  onProgress?: (entries: number, size: number) => void
}

/**
 * Reads a whole log and believes none of it but what leads to the signed root: from the right edge down through every
 * hash tile to every entry, so that whatever is wrong is named exactly. Then the other way: the tree is grown again from
 * the first entry to the last, through the older checkpoint to the root. Memory grows by 32 bytes for 256 entries.
 * Throws when the log cannot be asked.
 */
export async function verifyLog(options: VerifyLogOptions): Promise<Findings> {
  const { source, verifiers, since, concurrency = 8, onProgress } = options
  const findings = new Findings()
  const checkpoint = await newest(source, verifiers, findings)
  if (!checkpoint) return findings
  const old = since === undefined ? undefined : older(since, checkpoint, verifiers, findings)
  const tiles = new BelievedTiles(checkpoint, source, concurrency, findings)
  if (!(await tiles.readUpper())) return findings

  const growth = new Growth(checkpoint, old, findings)
  const read = inOrder(leafTiles(checkpoint.size), concurrency, async (tile) => {
    const address = { level: 'entries', index: tile.index, width: tile.width } as const
    const [leaves, bundle] = await Promise.all([
      tiles.leaves(tile),
      findings.fetched('entries', tilePath(address), readResource(source, address)),
    ])
    return { tile, leaves, bundle, path: tilePath(address) }
  })
  for await (const { tile, leaves, bundle, path } of read) {
    if (leaves && bundle) checkBundle(path, tile, bundle, leaves, findings)
    growth.add(leaves)
    onProgress?.(tile.index * TILE_WIDTH + tile.width, checkpoint.size)
  }
  growth.end()
  findings.isWhole = true
  return findings
}

async function newest(
  source: LogSource,
  verifiers: readonly NoteVerifier[],
  findings: Findings,
): Promise<OpenedCheckpoint | undefined> {
  const bytes = await findings.fetched('signature', 'checkpoint', source('checkpoint'))
  if (!bytes) return undefined
  try {
    findings.checkpoint = opened(bytes, verifiers)
    return findings.checkpoint
  } catch (error) {
    findings.problem('signature', 'checkpoint', messageOf(error))
    return undefined
  }
}

/** The older checkpoint, unless it is none of this log or ahead of it. */
function older(
  note: string | Uint8Array,
  { origin, size }: Checkpoint,
  verifiers: readonly NoteVerifier[],
  findings: Findings,
): Checkpoint | undefined {
  try {
    const old = opened(note, verifiers)
    if (old.origin !== origin) throw new Error(`it is of ${old.origin}, not of ${origin}`)
    if (old.size <= size) return old
    findings.problem('history', 'checkpoint', `it ends at ${size}, but ${old.size} entries were shown before`)
  } catch (error) {
    findings.problem('history', 'the older checkpoint', messageOf(error))
  }
  return undefined
}

function opened(note: string | Uint8Array, verifiers: readonly NoteVerifier[]): OpenedCheckpoint {
  const { checkpoint, note: verified } = openCheckpoint(note, verifiers)
  const whole = typeof note === 'string' ? note : new TextDecoder().decode(note)
  return {
    ...checkpoint,
    note: whole,
    signedBy: verified.signatures.map(({ name, keyId }) => `${name}+${keyId}`),
  }
}

function checkBundle(
  path: string,
  tile: HashTile,
  bundle: Uint8Array,
  leaves: readonly Hash[],
  findings: Findings,
): void {
  let entries: Uint8Array[]
  try {
    entries = parseBundle(bundle)
  } catch (error) {
    return findings.problem('entries', path, messageOf(error))
  }
  if (entries.length !== leaves.length) {
    return findings.problem('entries', path, `it holds ${entries.length} entries, not ${leaves.length}`)
  }
  findings.bundles++
  entries.forEach((entry, i) => {
    const index = tile.index * TILE_WIDTH + i
    const leaf = leaves[i]
    if (leaf && equal(leafHash(entry, sha256), leaf)) checkEntry(path, index, entry, findings)
    else findings.problem('entries', path, `entry ${index} is not the one that the signed root commits to`)
  })
}

function checkEntry(path: string, index: number, entry: Uint8Array, findings: Findings): void {
  findings.entries++
  const inspected = inspectEntry(entry)
  const { types, unknown } = findings
  if (inspected.state === 'known') types[inspected.type] = (types[inspected.type] ?? 0) + 1
  else if (inspected.state === 'broken')
    findings.problem('entries', path, `entry ${index}: ${inspected.says}`)
  else {
    unknown.count++
    unknown.first ??= index
  }
}

/** The tree, grown again from its leaves: it must pass through the older root and end at the signed one. */
class Growth {
  private tree: Tree | undefined = EMPTY_TREE

  constructor(
    private readonly checkpoint: Checkpoint,
    private readonly old: Checkpoint | undefined,
    private readonly findings: Findings,
  ) {
    if (old?.size === 0) this.meet(old, EMPTY_TREE)
  }

  /** Leaves that are not known end it: their tile is named already. */
  add(leaves: readonly Hash[] | undefined): void {
    const { tree, old } = this
    if (!tree || !leaves) return void (this.tree = undefined)
    const [from, to] = [tree.size, tree.size + leaves.length]
    if (!old || old.size <= from || old.size > to) {
      this.tree = append(tree, leaves, { sha256 })
      return
    }
    const then = append(tree, leaves.slice(0, old.size - from), { sha256 })
    this.meet(old, then)
    this.tree = append(then, leaves.slice(old.size - from), { sha256 })
  }

  end(): void {
    if (!this.tree) return
    const root = rootOf(this.tree, sha256)
    if (equal(root, this.checkpoint.root)) return
    this.findings.problem('entries', 'checkpoint', `its root is not that of the entries, ${toBase64(root)}`)
  }

  private meet(old: Checkpoint, then: Tree): void {
    if (equal(rootOf(then, sha256), old.root)) this.findings.since = old.size
    else {
      const says = `the first ${old.size} entries are not those that were shown before: the log was rewritten`
      this.findings.problem('history', 'checkpoint', says)
    }
  }
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))
