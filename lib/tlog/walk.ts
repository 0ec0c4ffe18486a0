import { assertHash, type Hash, nodeHash } from './hash'
import { sha256 as ownSha256, type Sha256 } from './sha256'
import { assertSize, foldEdge, type Subtree } from './tree'

/**
 * One proof for many entries of one tree: between the leaves that a verifier has, the hashes of the complete subtrees that
 * lie between them. A walk goes over the tree from left to right, remembers one hash for each set bit of where it is, and
 * ends at the root. For n entries side by side it needs hardly a hash, for n far apart at most what n single proofs need.
 *
 *   const walk = new Walk()
 *   for (const { index, between, leaf } of entries) { walk.skipTo(index, between); walk.leaf(leaf) }
 *   walk.skipTo(size, rest)
 *   equal(walk.root(), root)     // true: each leaf is in the tree, at its index
 */
export class Walk {
  /** Leaves that lie behind: the index of the next one. */
  size = 0
  private readonly edge: { level: number; hash: Hash }[] = []

  constructor(private readonly sha256: Sha256 = ownSha256) {}

  /** Takes the next entry, by its leaf hash. */
  leaf(hash: Hash): void {
    this.add({ level: 0, index: this.size }, hash)
  }

  /** Passes over what lies before leaf `to`, by the hashes of `subtreesBetween`. Throws a RangeError unless there is one for each. */
  skipTo(to: number, hashes: readonly Hash[]): void {
    const subtrees = subtreesBetween(this.size, to)
    if (subtrees.length !== hashes.length)
      throw new RangeError(
        `${hashes.length} hashes from leaf ${this.size} to ${to}, where ${subtrees.length} belong`,
      )
    subtrees.forEach((subtree, i) => {
      const hash = hashes[i]
      if (hash) this.add(subtree, hash)
    })
  }

  /** The root of all that was passed. Throws a RangeError before anything was. */
  root(): Hash {
    const root = foldEdge(
      this.edge.map(({ hash }) => hash),
      this.sha256,
    )
    if (!root) throw new RangeError('a walk over nothing has no root')
    return root
  }

  private add(subtree: Subtree, leafOrNode: Hash): void {
    assertHash(leafOrNode)
    let { level } = subtree
    let hash = leafOrNode
    for (let left = this.edge.at(-1); left?.level === level; left = this.edge.at(-1)) {
      this.edge.pop()
      hash = nodeHash(left.hash, hash, this.sha256)
      level += 1
    }
    this.edge.push({ level, hash })
    this.size = assertSize(this.size + 2 ** subtree.level)
  }
}

/** The largest complete subtrees that cover the leaves `from` up to `to`, from left to right. RangeError unless from <= to. */
export function subtreesBetween(from: number, to: number): Subtree[] {
  if (assertSize(from) > assertSize(to)) throw new RangeError(`leaf ${to} lies before leaf ${from}`)
  const subtrees: Subtree[] = []
  for (let at = from; at < to;) {
    let [level, width] = [0, 1]
    while (at % (width * 2) === 0 && width * 2 <= to - at) [level, width] = [level + 1, width * 2]
    subtrees.push({ level, index: at / width })
    at += width
  }
  return subtrees
}
