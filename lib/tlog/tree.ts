import { assertHash, emptyRoot, type Hash, nodeHash } from './hash'
import { sha256 as ownSha256, type Sha256 } from './sha256'

/**
 * An RFC 6962 tree as far as appending needs it: its size and the hashes of the complete subtrees along its right
 * edge, leftmost and largest first, one for each set bit of the size. Sizes are safe integers (< 2^53); all
 * arithmetic on them is division, because JavaScript's shifts keep 32 bits only.
 */
export type Tree = { readonly size: number; readonly edge: readonly Hash[] }

/** A complete subtree: `2^level` leaves from `index · 2^level` on. */
export type Subtree = { readonly level: number; readonly index: number }

export const EMPTY_TREE: Tree = { size: 0, edge: [] }

export type AppendOptions = {
  sha256?: Sha256
  /** Called for each subtree the moment it becomes complete, leaves included: what a log stores. */
  onComplete?: (subtree: Subtree, hash: Hash) => void
}

/** The tree with `leaves` (leaf hashes) behind its last one; fewer than two node hashes per leaf on average. */
export function append(tree: Tree, leaves: Iterable<Hash>, options: AppendOptions = {}): Tree {
  assertTree(tree)
  const { sha256 = ownSha256, onComplete } = options
  const edge = [...tree.edge]
  let size = tree.size
  for (const leaf of leaves) {
    assertHash(leaf)
    let hash = leaf
    let subtree: Subtree = { level: 0, index: size }
    onComplete?.(subtree, hash)
    for (let left; subtree.index % 2 === 1 && (left = edge.pop());) {
      hash = nodeHash(left, hash, sha256)
      subtree = { level: subtree.level + 1, index: (subtree.index - 1) / 2 }
      onComplete?.(subtree, hash)
    }
    edge.push(hash)
    size = assertSize(size + 1)
  }
  return { size, edge }
}

/** The Merkle tree hash of the whole tree: its right edge folded from the smallest subtree to the largest. */
export function rootOf(tree: Tree, sha256: Sha256 = ownSha256): Hash {
  assertTree(tree)
  return foldEdge(tree.edge, sha256) ?? emptyRoot(sha256)
}

/** The hash over complete subtrees that lie side by side, largest first; undefined for none. */
export function foldEdge(edge: readonly Hash[], sha256: Sha256): Hash | undefined {
  return edge.reduceRight<Hash | undefined>(
    (right, left) => (right ? nodeHash(left, right, sha256) : left),
    undefined,
  )
}

/** Throws a RangeError unless the tree has one 32-byte hash for each set bit of its size. */
export function assertTree(tree: Tree): void {
  let subtrees = 0
  for (let rest = assertSize(tree.size); rest > 0; rest = Math.floor(rest / 2)) subtrees += rest % 2
  if (tree.edge.length !== subtrees) {
    throw new RangeError(
      `a tree of ${tree.size} leaves has ${subtrees} hashes on its edge, not ${tree.edge.length}`,
    )
  }
  tree.edge.forEach(assertHash)
}

/** The number itself when it is a safe, non-negative integer; throws a RangeError otherwise. */
export function assertSize(size: number): number {
  if (!Number.isSafeInteger(size) || size < 0) throw new RangeError(`not a tree size: ${size}`)
  return size
}
