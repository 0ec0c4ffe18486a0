import { concat, utf8 } from '@/lib/tlog/bytes'
import { sha256 as ownSha256, type Sha256 } from '@/lib/tlog/sha256'

/*
 * Which decisions an audit draw takes. Everybody computes it alike from the log and one signed checkpoint:
 *
 *   population   entries from `from` up to `to` that are decisions (of the dataset, when one is named); where none is named also the
 *                sealed ones, so that nothing escapes by being sealed. In the order of the log: n of them
 *   seed         SHA-256("audit-draw/v1\n" ‖ id of the entry that announced it ‖ "\n" ‖ text of the checkpoint ‖ what the witness signed)
 *   numbers      SHA-256("audit-draw-numbers/v1\n" ‖ seed ‖ 64-bit counter from 0 on), cut into four big-endian 64-bit words, of each
 *                its first 53 bits
 *   below m      the next number x with x < 2^53 - (2^53 mod m), modulo m: those beyond are passed over, so that none is likelier
 *   draw         Fisher and Yates: for i from 0 up to k, exchange place i with place i + (below n - i), and take it
 *
 * The text of a checkpoint alone could be tried out by whoever writes the log, with one more entry each time. What a witness signs,
 * its time (8 bytes) and its Ed25519 signature over that and the text, nobody has before the witness has signed.
 */

/** What an entry shows of itself to be drawn or not. */
export type Drawable = { readonly t: string; readonly dataset?: string | null }

export const isDrawable = ({ t, dataset }: Drawable, of: string | null): boolean =>
  of === null ? t === 'decision' || t === 'sealed' : t === 'decision' && dataset === of

/**
 * @param announcedBy id of the entry
 * @param checkpoint the text of the note: three lines
 * @param cosignature what the witness of the draw signed, 72 bytes; null for a log without witnesses
 */
export function seedOf(
  announcedBy: string,
  checkpoint: string,
  cosignature: Uint8Array | null,
  sha256: Sha256 = ownSha256,
): Uint8Array {
  const text = utf8(`audit-draw/v1\n${announcedBy}\n${checkpoint}`)
  return sha256(cosignature ? concat(text, cosignature) : text)
}

/** `k` of the places from 0 up to `n`, or all of them when there are fewer; ascending. */
export function drawPlaces(seed: Uint8Array, n: number, k: number, sha256: Sha256 = ownSha256): number[] {
  const numbers = numbersFrom(seed, sha256)
  const moved = new Map<number, number>()
  const at = (place: number) => moved.get(place) ?? place
  const drawn: number[] = []
  for (let i = 0; i < Math.min(k, n); i++) {
    const j = i + below(n - i, numbers)
    drawn.push(at(j))
    moved.set(j, at(i))
  }
  return drawn.sort((a, b) => a - b)
}

const RANGE = 2 ** 53

function below(m: number, numbers: Iterator<number, never>): number {
  const limit = RANGE - (RANGE % m)
  let x = numbers.next().value
  while (x >= limit) x = numbers.next().value
  return x % m
}

function* numbersFrom(seed: Uint8Array, sha256: Sha256): Generator<number, never> {
  for (let counter = 0; ; counter++) {
    const block = new DataView(new ArrayBuffer(8))
    block.setUint32(0, Math.floor(counter / 2 ** 32))
    block.setUint32(4, counter % 2 ** 32)
    const words = sha256(concat(utf8('audit-draw-numbers/v1\n'), seed, new Uint8Array(block.buffer)))
    const view = new DataView(words.buffer, words.byteOffset, words.byteLength)
    for (let word = 0; word < 32; word += 8)
      yield view.getUint32(word) * 2 ** 21 + Math.floor(view.getUint32(word + 4) / 2 ** 11)
  }
}
