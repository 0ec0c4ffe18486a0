import { bandsOf } from './min-hash'

/**
 * Pairs of texts that share a band, by their places in the list; null has no shingles and no pair. In a bucket of n texts 2n pairs
 * stand for all of them: each with the first and with the one before, so that a template of a million texts costs a million.
 */
export function* candidatePairs(signatures: Iterable<Uint32Array | null>): Generator<[number, number]> {
  const buckets = new Map<string, { first: number; last: number }>()
  let at = 0
  for (const signature of signatures) {
    const partners = new Set<number>()
    for (const band of signature ? bandsOf(signature) : []) {
      const key = String.fromCharCode(...band)
      const bucket = buckets.get(key)
      if (bucket) {
        partners.add(bucket.first).add(bucket.last)
        bucket.last = at
      } else buckets.set(key, { first: at, last: at })
    }
    for (const partner of partners) yield [partner, at]
    at++
  }
}

/**
 * Groups of texts that pairs connect, each in order, those of one text left out. Similarity is not transitive: the ends of a chain may
 * share nothing, so a group is for looking at, and a decision is handed on to what is like the decided text itself.
 *
 * @param holds whether a pair is what it seems: a shared band is only a hint
 */
export function cluster(
  size: number,
  pairs: Iterable<readonly [number, number]>,
  holds: (a: number, b: number) => boolean = () => true,
): number[][] {
  const parent = Uint32Array.from({ length: size }, (_, i) => i)
  const rootOf = (node: number): number => {
    let at = node
    while (parent[at] !== at) {
      // Halving the path on the way keeps the trees flat.
      parent[at] = parent[parent[at] ?? 0] ?? 0
      at = parent[at] ?? 0
    }
    return at
  }
  for (const [a, b] of pairs) {
    const [one, other] = [rootOf(a), rootOf(b)]
    if (one !== other && holds(a, b)) parent[Math.max(one, other)] = Math.min(one, other)
  }
  const groups = new Map<number, number[]>()
  for (let i = 0; i < size; i++) {
    const group = groups.get(rootOf(i)) ?? []
    group.push(i)
    groups.set(rootOf(i), group)
  }
  return [...groups.values()].filter((group) => group.length > 1)
}
