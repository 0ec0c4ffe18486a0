/**
 * MinHash with locality-sensitive hashing (Broder 1997; Leskovec, Rajaraman, Ullman, "Mining of Massive Datasets", chapter 3), with the
 * parameters of datatrove and FineWeb: shingles of five words, 14 bands of 8 hashes. Two texts of which a share s of the shingles is
 * common have a band in common with probability 1 − (1 − s⁸)¹⁴: 92 % at 0.8, half at 0.70, 0.1 % at 0.3.
 *
 * Signatures are our own: datatrove hashes shingles with SHA-1 and permutes them modulo 2⁶¹ − 1, here it is 32 bits and modulo 2³². The
 * probabilities are the same, the numbers are not, and nobody exchanges them.
 */
export const BANDS = 14
export const HASHES_PER_BAND = 8
const HASHES = BANDS * HASHES_PER_BAND

/** For each of 112 orders of all shingles the first that the text has; null for a text without shingles. */
export function signatureOf(shingles: Uint32Array): Uint32Array | null {
  if (shingles.length === 0) return null
  const signature = new Uint32Array(HASHES)
  for (let i = 0; i < HASHES; i += 4) leastOfFour(shingles, i, signature)
  return signature
}

/** Four orders to a pass over the shingles, in local variables: 1.4 times as fast as an array of 112 minima. */
function leastOfFour(shingles: Uint32Array, i: number, signature: Uint32Array): void {
  const [f0 = 1, f1 = 1, f2 = 1, f3 = 1] = FACTORS.subarray(i, i + 4)
  const [o0 = 0, o1 = 0, o2 = 0, o3 = 0] = OFFSETS.subarray(i, i + 4)
  let [m0, m1, m2, m3] = [LAST, LAST, LAST, LAST]
  for (let at = 0; at < shingles.length; at++) {
    const shingle = shingles[at] ?? 0
    m0 = Math.min(m0, (Math.imul(shingle, f0) + o0) | 0)
    m1 = Math.min(m1, (Math.imul(shingle, f1) + o1) | 0)
    m2 = Math.min(m2, (Math.imul(shingle, f2) + o2) | 0)
    m3 = Math.min(m3, (Math.imul(shingle, f3) + o3) | 0)
  }
  signature.set([m0, m1, m2, m3], i)
}

/** Orders are of signed numbers, which the processor compares as they are. */
const LAST = 0x7fffffff

/** The share of common shingles as two signatures tell it: off by less than 0.09 in 19 of 20 cases at 0.7, less towards 0 and 1. */
export function similarity(a: Uint32Array, b: Uint32Array): number {
  let same = 0
  for (let i = 0; i < HASHES; i++) if (a[i] === b[i]) same++
  return same / HASHES
}

/** What two texts have in common when they fall into one bucket: for each band its number and its eight hashes, little-endian. */
export function bandsOf(signature: Uint32Array): Uint8Array[] {
  return Array.from({ length: BANDS }, (_, band) => {
    const bytes = new DataView(new ArrayBuffer(1 + 4 * HASHES_PER_BAND))
    bytes.setUint8(0, band)
    for (let i = 0; i < HASHES_PER_BAND; i++)
      bytes.setUint32(1 + 4 * i, signature[band * HASHES_PER_BAND + i] ?? 0, true)
    return new Uint8Array(bytes.buffer)
  })
}

/** The probability that two texts of this similarity have at least one band in common. */
export const detection = (similar: number): number => 1 - (1 - similar ** HASHES_PER_BAND) ** BANDS

/** Orders of all 32-bit numbers: an odd factor permutes them, an offset moves the first. From one fixed sequence, for ever the same. */
const [FACTORS, OFFSETS] = ((): [Int32Array, Int32Array] => {
  let state = 1
  const next = () => {
    state = (state + 0x9e3779b9) | 0
    let bits = Math.imul(state ^ (state >>> 16), 0x21f0aaad)
    bits = Math.imul(bits ^ (bits >>> 15), 0x735a2d97)
    return bits ^ (bits >>> 15)
  }
  return [Int32Array.from({ length: HASHES }, () => next() | 1), Int32Array.from({ length: HASHES }, next)]
})()
