import { equal } from './bytes'
import { type Hash, isHash, nodeHash } from './hash'
import { sha256 as ownSha256, type Sha256 } from './sha256'
import { foldEdge, type Subtree } from './tree'

/** Sibling hashes, the leaf's side first (RFC 6962 §2.1.1 and §2.1.2). */
export type Proof = readonly Hash[]

/**
 * What a proof is made of, before any hash is read: one list of complete subtrees for each proof hash. The reader
 * can so fetch everything in one batch, from wherever the log is stored.
 */
export type ProofPlan = readonly (readonly Subtree[])[]

/** Plan of the proof that entry `index` is in the tree of `size`. Throws a RangeError unless 0 <= index < size. */
export function planInclusion(index: number, size: number): ProofPlan {
  if (!isIndexOf(index, size)) throw new RangeError(`no entry ${index} in a tree of ${size}`)
  const siblings: (readonly Subtree[])[] = []
  let [lo, hi] = [0, size]
  while (hi - lo > 1) {
    const middle = lo + splitPoint(hi - lo)
    siblings.push(index < middle ? subtreesOf(middle, hi) : subtreesOf(lo, middle))
    ;[lo, hi] = index < middle ? [lo, middle] : [middle, hi]
  }
  return siblings.reverse()
}

/** Plan of the proof that the tree of `newSize` extends that of `oldSize`. RangeError unless 0 < old <= new. */
export function planConsistency(oldSize: number, newSize: number): ProofPlan {
  if (oldSize === 0 || !isIndexOf(oldSize - 1, newSize)) {
    throw new RangeError(`no consistency proof from size ${oldSize} to ${newSize}`)
  }
  const siblings: (readonly Subtree[])[] = []
  let [lo, hi] = [0, newSize]
  let wholeOldTree = true
  while (hi !== oldSize) {
    const middle = lo + splitPoint(hi - lo)
    const inLeft = oldSize <= middle
    siblings.push(inLeft ? subtreesOf(middle, hi) : subtreesOf(lo, middle))
    if (!inLeft) wholeOldTree = false
    ;[lo, hi] = inLeft ? [lo, middle] : [middle, hi]
  }
  if (!wholeOldTree) siblings.push(subtreesOf(lo, hi))
  return siblings.reverse()
}

/** The proof of a plan, its subtrees' hashes given by `hashOf`. */
export function assembleProof(
  plan: ProofPlan,
  hashOf: (subtree: Subtree) => Hash,
  sha256: Sha256 = ownSha256,
): Proof {
  return plan.map((subtrees) => {
    const hash = foldEdge(subtrees.map(hashOf), sha256)
    if (!hash) throw new RangeError('a proof hash covers at least one subtree')
    return hash
  })
}

export type Inclusion = { leaf: Hash; index: number; size: number; proof: Proof; root: Hash }

/** Whether `proof` shows `leaf` at `index` of the tree (RFC 9162 §2.1.3.2). Anything malformed is false. */
export function verifyInclusion(claim: Inclusion, sha256: Sha256 = ownSha256): boolean {
  const { leaf, index, size, proof, root } = claim
  if (!isIndexOf(index, size) || ![leaf, root, ...proof].every(isHash)) return false
  const path = new Path(index, size - 1)
  let hash = leaf
  for (const sibling of proof) {
    if (path.atRoot) return false
    hash = path.siblingIsLeft ? nodeHash(sibling, hash, sha256) : nodeHash(hash, sibling, sha256)
    path.climb()
  }
  return path.atRoot && equal(hash, root)
}

export type Consistency = { oldSize: number; newSize: number; oldRoot: Hash; newRoot: Hash; proof: Proof }

/**
 * Whether `proof` shows that the new tree begins with the old one (RFC 9162 §2.1.4.2). Anything malformed is
 * false; so is an old size of 0, of which nothing can be shown.
 */
export function verifyConsistency(claim: Consistency, sha256: Sha256 = ownSha256): boolean {
  const { oldSize, newSize, oldRoot, newRoot, proof } = claim
  if (oldSize === 0 || !isIndexOf(oldSize - 1, newSize)) return false
  if (![oldRoot, newRoot, ...proof].every(isHash)) return false
  if (oldSize === newSize) return proof.length === 0 && equal(oldRoot, newRoot)
  if (proof.length === 0) return false

  // A complete old tree is itself the first node of the path, so the proof leaves it out.
  const [first, ...rest] = isPowerOfTwo(oldSize) ? [oldRoot, ...proof] : proof
  if (!first) return false
  const path = new Path(oldSize - 1, newSize - 1)
  path.climbOverRightChildren()
  let [oldHash, newHash] = [first, first]
  for (const sibling of rest) {
    if (path.atRoot) return false
    if (path.siblingIsLeft) {
      oldHash = nodeHash(sibling, oldHash, sha256)
      newHash = nodeHash(sibling, newHash, sha256)
    } else {
      newHash = nodeHash(newHash, sibling, sha256)
    }
    path.climb()
  }
  return path.atRoot && equal(oldHash, oldRoot) && equal(newHash, newRoot)
}

/** The way from a node up to the root: RFC 9162's `fn` (the node) and `sn` (the last node of the same level). */
class Path {
  constructor(
    private node: number,
    private last: number,
  ) {}

  get atRoot(): boolean {
    return this.last === 0
  }

  get siblingIsLeft(): boolean {
    return this.node % 2 === 1 || this.node === this.last
  }

  /** To the parent; from the last node of an uneven level on to the first ancestor that has a left sibling. */
  climb(): void {
    if (this.siblingIsLeft) while (this.node % 2 === 0 && this.node !== 0) this.up()
    this.up()
  }

  climbOverRightChildren(): void {
    while (this.node % 2 === 1) this.up()
  }

  private up(): void {
    this.node = Math.floor(this.node / 2)
    this.last = Math.floor(this.last / 2)
  }
}

/** Complete subtrees that cover [lo, hi), largest first; `lo` is a multiple of a power of two >= hi - lo. */
function subtreesOf(lo: number, hi: number): Subtree[] {
  const subtrees: Subtree[] = []
  for (let at = lo; at < hi;) {
    let [level, width] = [0, 1]
    while (width * 2 <= hi - at) [level, width] = [level + 1, width * 2]
    subtrees.push({ level, index: at / width })
    at += width
  }
  return subtrees
}

/** The largest power of two below `width`, where RFC 6962 §2.1 splits a tree. */
function splitPoint(width: number): number {
  let k = 1
  while (k * 2 < width) k *= 2
  return k
}

function isIndexOf(index: number, size: number): boolean {
  return Number.isSafeInteger(index) && Number.isSafeInteger(size) && index >= 0 && index < size
}

function isPowerOfTwo(n: number): boolean {
  return splitPoint(n * 2) === n
}
