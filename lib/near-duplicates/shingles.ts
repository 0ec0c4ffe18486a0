/** Words in a row that make a shingle; a text of fewer is compared whole. */
export const WORDS_PER_SHINGLE = 5

/**
 * Every five words in a row of a normalised text, each as 32 bits, in their order and with repetitions; none for fewer than five words.
 * Two different shingles have the same bits once in 2^32, which moves the similarity of two texts of a million words by nothing one sees.
 */
export function shinglesOf(normalised: string): Uint32Array {
  const words = wordHashes(normalised)
  const count = Math.max(0, words.length - WORDS_PER_SHINGLE + 1)
  const shingles = new Uint32Array(count)
  for (let at = 0; at < count; at++) {
    let hash = 0
    for (let i = at; i < at + WORDS_PER_SHINGLE; i++)
      hash = Math.imul(hash ^ (words[i] ?? 0), 0x9e3779b1) ^ (hash >>> 13)
    shingles[at] = mixed(hash)
  }
  return shingles
}

/** A set of shingles: sorted, each once. */
export function shingleSet(shingles: Uint32Array): Uint32Array {
  const sorted = shingles.toSorted()
  let kept = 0
  for (const [i, shingle] of sorted.entries()) {
    if (i === 0 || shingle !== sorted[i - 1]) sorted[kept++] = shingle
  }
  return sorted.subarray(0, kept)
}

/** Of two sets of shingles: both ÷ either. Two empty ones are alike. */
export function jaccard(a: Uint32Array, b: Uint32Array): number {
  let [i, j, both] = [0, 0, 0]
  while (i < a.length && j < b.length) {
    const [left, right] = [a[i] ?? 0, b[j] ?? 0]
    if (left === right) both++
    if (left <= right) i++
    if (right <= left) j++
  }
  const either = a.length + b.length - both
  return either === 0 ? 1 : both / either
}

function wordHashes(normalised: string): Uint32Array {
  const hashes = new Uint32Array(Math.ceil(normalised.length / 2) + 1)
  let count = 0
  let hash = 0
  for (let i = 0; i < normalised.length; i++) {
    const unit = normalised.charCodeAt(i)
    if (unit === SPACE) {
      hashes[count++] = mixed(hash)
      hash = 0
    } else {
      hash = Math.imul(hash ^ (unit + 1), 0x5bd1e995)
      hash ^= hash >>> 15
    }
  }
  if (normalised.length > 0) hashes[count++] = mixed(hash)
  return hashes.subarray(0, count)
}

const SPACE = 0x20

/** The finaliser of MurmurHash3, by Austin Appleby: each bit of the input moves about half of the output's. */
function mixed(hash: number): number {
  let bits = hash ^ (hash >>> 16)
  bits = Math.imul(bits, 0x85ebca6b)
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35)
  return (bits ^ (bits >>> 16)) >>> 0
}
