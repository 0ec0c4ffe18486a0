/** Makes a release from facts that are the same each time, and prints one digest over the paths and bytes of its files. */
import { createHash } from 'node:crypto'
import { shardOf, worldOf } from '@/tests/support/copies'
import { buildRelease } from '@/tests/support/release'

const shards = [shardOf('a.jsonl', 300, 7, { kind: 'jsonl' }), shardOf('b.csv', 200, 9, { kind: 'csv' })]
const files = buildRelease(worldOf(shards, { disclosure: 'full', newlyWithheld: 20 }))
const hash = createHash('sha256')
for (const [name, bytes] of files) hash.update(`${name}\0${bytes.length}\0`).update(bytes)
console.log(hash.digest('hex'))
