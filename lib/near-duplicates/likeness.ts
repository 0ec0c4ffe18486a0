import 'server-only'
import { createHmac } from 'node:crypto'
import type { LikenessKind } from '@/db/schema/near-duplicates'
import { derivedKey } from '@/lib/crypto/instance-key'
import { bandsOf, signatureOf } from './min-hash'
import { shinglesOf } from './shingles'
import { normalise } from './words'

export type Likeness = { kind: LikenessKind; keys: bigint[] }

/**
 * What a text is found by. With five words or more, 14 buckets; with fewer, there is no shingle to compare, and it is like those that
 * have exactly its words; without any, like nothing.
 *
 * Keys are HMAC-SHA-256 under the instance's key, cut to 64 bits, over the dataset and the bucket: with a copy of the database alone nobody can
 * try whether a text they hold is among the flagged ones, nor find one text in two datasets.
 */
export function likenessOf(datasetId: string, text: string): Likeness {
  const normalised = normalise(text)
  if (normalised === '') return { kind: 'nothing', keys: [] }
  const signature = signatureOf(shinglesOf(normalised))
  if (!signature) return { kind: 'words', keys: [keyOf(datasetId, 'words', normalised)] }
  return { kind: 'bands', keys: bandsOf(signature).map((band) => keyOf(datasetId, 'band', band)) }
}

function keyOf(datasetId: string, what: 'words' | 'band', bucket: Uint8Array | string): bigint {
  const mac = createHmac('sha256', derivedKey('near-duplicates'))
  return mac.update(`${datasetId}\n${what}\n`).update(bucket).digest().readBigInt64BE(0)
}
