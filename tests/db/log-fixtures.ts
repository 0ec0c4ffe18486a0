import { randomUUID } from 'node:crypto'
import type postgres from 'postgres'
import { transact } from '@/db/client'
import type { Actor } from '@/lib/auth/actor'
import { itemSubject } from '@/lib/crypto/subject'
import { appendEntry, type Appended } from '@/lib/log/append'
import type { OpenEvent } from '@/lib/log/entries'
import { identityOf, type LogIdentity } from '@/lib/log/identity'
import { keyOfSeed } from '@/lib/log/key'
import { sha256 } from '@/lib/log/sha256'
import { equal, toHex } from '@/lib/tlog/bytes'
import { parseCheckpoint } from '@/lib/tlog/checkpoint'
import { leafHash } from '@/lib/tlog/hash'
import { openNote } from '@/lib/tlog/note'
import { grow } from '@/lib/tlog/tile'
import { append, EMPTY_TREE, rootOf, type Tree } from '@/lib/tlog/tree'

export const ORIGIN = 'log.test.invalid/winnow'
export const testLog = (origin = ORIGIN, seed = 7): LogIdentity =>
  identityOf(origin, keyOfSeed(Buffer.alloc(32, seed)))

export const lead: Actor = { kind: 'system', name: 'test' }

export const DATASET_ID = '00000000-0000-4000-8000-00000000da7a'

export function aDecision(dataset = 'tea-leaves'): OpenEvent & { type: 'decision' } {
  const digest = sha256(Buffer.from(randomUUID()))
  return {
    type: 'decision',
    public: { dataset, policy: 'ab'.repeat(32) },
    private: {
      scope: 'content',
      target: { digest: toHex(digest) },
      action: 'redact',
      category: 'pii',
      reason: 'pii-phone',
      spans: [{ field: 'text', start: 3, end: 14 }],
      supersedes: null,
    },
    about: itemSubject(DATASET_ID, digest),
  }
}

export const decideOnce = (): Promise<Appended> => transact((tx) => appendEntry(tx, lead, aDecision()))

/** Everything that must hold of a stored log, recomputed from the entries' bytes alone. Answers its size. */
export async function auditLog(sql: postgres.Sql, log: LogIdentity): Promise<number> {
  const entries = await sql<{ idx: string; body: Buffer; leaf: Buffer }[]>`
    select idx, body, leaf from log_entry order by idx`
  entries.forEach(({ idx, body, leaf }, i) => {
    if (Number(idx) !== i) throw new Error(`entry ${i} has index ${idx}`)
    if (!equal(leaf, leafHash(body, sha256)))
      throw new Error(`the leaf of entry ${i} is not that of its bytes`)
  })
  const leaves = entries.map(({ leaf }) => leaf)
  const { tree, fullTiles } = grow(EMPTY_TREE, [], leaves, sha256)

  const tiles = await sql<{ level: number; n: string; hashes: Buffer; root: Buffer }[]>`
    select level, n, hashes, root from log_tile`
  const name = (level: number, index: number) => `${level}/${index}`
  const stored = new Map(tiles.map((tile) => [name(tile.level, Number(tile.n)), tile]))
  if (stored.size !== fullTiles.length) throw new Error(`${stored.size} tiles, not ${fullTiles.length}`)
  for (const tile of fullTiles) {
    const found = stored.get(name(tile.level, tile.index))
    if (!found || !equal(found.hashes, tile.hashes) || !equal(found.root, tile.root)) {
      throw new Error(`tile ${name(tile.level, tile.index)} is not that of the entries`)
    }
  }

  const [head] = await sql<{ size: string; root: Buffer }[]>`select size, root from log_head`
  if (Number(head?.size) !== tree.size || !equal(head?.root ?? Buffer.alloc(0), rootOf(tree, sha256))) {
    throw new Error('the head is not that of the entries')
  }
  let then: Tree = EMPTY_TREE
  for (const { note } of await sql<{ note: string }[]>`select note from log_checkpoint order by size`) {
    const { origin, size, root } = parseCheckpoint(openNote(note, log.verifiers).text)
    then = append(then, leaves.slice(then.size, size), { sha256 })
    if (origin !== log.origin || then.size !== size || !equal(rootOf(then, sha256), root)) {
      throw new Error(`the checkpoint of size ${size} is not that of the entries`)
    }
  }
  const [both] = await sql`
    select 1 from log_pending p join log_entry e on e.entry_id = p.entry_id`
  if (both) throw new Error('an entry is sequenced and pending')
  return tree.size
}

/**
 * Lets `count` decisions wait for the sequencer, each with the bytes of a valid entry, in one statement: writing 70,000
 * of them one by one is not what is tested.
 */
export async function pendMany(sql: postgres.Sql, count: number): Promise<void> {
  await sql`
    insert into log_pending (entry_id, body)
    select id, convert_to(format(
      '{"at":"2026-11-20T09:00:00Z","c":"%s","dataset":"tea-leaves","id":"%s","policy":"%s","t":"decision","v":1}',
      left(translate(encode(sha256(convert_to(id::text, 'UTF8')), 'base64'), '+/=', '-_'), 43),
      id, repeat('ab', 32)), 'UTF8')
    from (select gen_random_uuid() as id from generate_series(1, ${count})) as ids`
}
