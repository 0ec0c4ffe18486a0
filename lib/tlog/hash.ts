import { concat } from './bytes'
import { sha256 as ownSha256, type Sha256 } from './sha256'

/** A tree hash: exactly 32 bytes. */
export type Hash = Uint8Array

export const HASH_LENGTH = 32

/** RFC 6962 §2.1: leaf and inner nodes are hashed in different domains, so that neither can pass for the other. */
const LEAF = Uint8Array.of(0x00)
const NODE = Uint8Array.of(0x01)

/** SHA-256(0x00 ‖ entry): the leaf of an entry's exact bytes. */
export function leafHash(entry: Uint8Array, sha256: Sha256 = ownSha256): Hash {
  return sha256(concat(LEAF, entry))
}

/** SHA-256(0x01 ‖ left ‖ right). Throws a RangeError when either is not 32 bytes long. */
export function nodeHash(left: Hash, right: Hash, sha256: Sha256 = ownSha256): Hash {
  assertHash(left)
  assertHash(right)
  return sha256(concat(NODE, left, right))
}

/** The root of the tree without entries: SHA-256 of nothing. */
export function emptyRoot(sha256: Sha256 = ownSha256): Hash {
  return sha256(new Uint8Array(0))
}

export function isHash(value: Uint8Array): boolean {
  return value.length === HASH_LENGTH
}

/** Throws a RangeError unless the value is as long as a tree hash. */
export function assertHash(value: Uint8Array): void {
  if (!isHash(value)) throw new RangeError(`a tree hash has ${HASH_LENGTH} bytes, this one ${value.length}`)
}
