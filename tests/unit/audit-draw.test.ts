import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { auditLine, type AuditLine, parseAuditLines } from '@/lib/audit-draw/openings-file'
import { formatDrawProof, parseDrawProof, settle, witnessDigest } from '@/lib/audit-draw/proof'
import { drawPlaces, isDrawable, seedOf } from '@/lib/audit-draw/select'
import { keyOfSeed, verifyEd25519 } from '@/lib/log/key'
import { formatCheckpoint } from '@/lib/tlog/checkpoint'
import { cosigner } from '@/lib/tlog/cosignature'
import { utf8 } from '@/lib/tlog/bytes'
import { NoteError, signNote } from '@/lib/tlog/note'
import { verifierOf } from '@/lib/tlog/verifiers'
import { ED25519, ED25519_COSIGNATURE, ed25519Signer, formatVkey } from '@/lib/tlog/vkey'

const ID = '7b0c9d0e-5f0a-4c57-9a3e-2f1d6c8b4a90'
const sha256 = (data: string | Uint8Array) => createHash('sha256').update(data).digest()

describe('a draw', () => {
  const seed = sha256('a seed')

  it('is computed as written down, by BigInt and a plain list', () => {
    for (const [n, k] of [
      [1, 1],
      [7, 3],
      [1_000, 20],
      [1_000, 1_000],
    ] as const) {
      const places = Array.from({ length: n }, (_, i) => i)
      let [counter, word] = [0n, 4]
      let block = Buffer.alloc(0)
      const next = (): bigint => {
        if (word === 4) {
          const number = Buffer.alloc(8)
          number.writeBigUInt64BE(counter++)
          block = sha256(Buffer.concat([Buffer.from('audit-draw-numbers/v1\n'), seed, number]))
          word = 0
        }
        return block.readBigUInt64BE(8 * word++) >> 11n
      }
      const below = (m: bigint): number => {
        for (;;) {
          const x = next()
          if (x < 2n ** 53n - (2n ** 53n % m)) return Number(x % m)
        }
      }
      const drawn: number[] = []
      for (let i = 0; i < k; i++) {
        const j = i + below(BigInt(n - i))
        const [a = 0, b = 0] = [places[i], places[j]]
        places[i] = b
        places[j] = a
        drawn.push(b)
      }
      expect(drawPlaces(seed, n, k)).toEqual(drawn.sort((a, b) => a - b))
    }
  })

  it('is the same for ever', () => {
    expect(drawPlaces(seed, 1_000_000, 5)).toEqual([47646, 417951, 508833, 650673, 780773])
    expect(seedOf(ID, 'log.example\n1\nroot\n', null)).toEqual(
      new Uint8Array(sha256(`audit-draw/v1\n${ID}\nlog.example\n1\nroot\n`)),
    )
  })

  it('takes each once, all of them when there are not more, and none from nothing', () => {
    const drawn = drawPlaces(seed, 500, 120)
    expect(new Set(drawn).size).toBe(120)
    expect(drawn.every((place) => place >= 0 && place < 500)).toBe(true)
    expect(drawPlaces(seed, 4, 9)).toEqual([0, 1, 2, 3])
    expect(drawPlaces(seed, 0, 9)).toEqual([])
  })

  it('takes no place more often than another', () => {
    const [n, k, rounds] = [10, 3, 4_000]
    const times = new Array<number>(n).fill(0)
    for (let round = 0; round < rounds; round++)
      for (const place of drawPlaces(sha256(`round ${round}`), n, k)) times[place] = (times[place] ?? 0) + 1
    const expected = (rounds * k) / n
    const chiSquare = times.reduce((sum, found) => sum + (found - expected) ** 2 / expected, 0)
    // 9 degrees of freedom: beyond 27.9 once in a thousand; the seeds are fixed, so it never changes.
    expect(chiSquare).toBeLessThan(27.9)
  })

  it('is of decisions of a dataset, or of all decisions and whatever is sealed', () => {
    expect(isDrawable({ t: 'decision', dataset: 'tea' }, 'tea')).toBe(true)
    expect(isDrawable({ t: 'decision', dataset: 'tea' }, 'forum')).toBe(false)
    expect(isDrawable({ t: 'takedown', dataset: 'tea' }, 'tea')).toBe(false)
    expect(isDrawable({ t: 'sealed' }, 'tea')).toBe(false)
    expect(isDrawable({ t: 'decision', dataset: 'tea' }, null)).toBe(true)
    expect(isDrawable({ t: 'sealed' }, null)).toBe(true)
    expect(isDrawable({ t: 'role', dataset: null }, null)).toBe(false)
  })
})

describe('what settles a draw', () => {
  const origin = 'log.example/winnow'
  const logKey = keyOfSeed(Buffer.alloc(32, 1))
  const witnessKey = keyOfSeed(Buffer.alloc(32, 2))
  const logVkey = formatVkey({ name: origin, type: ED25519, publicKey: logKey.publicKey })
  const witness = formatVkey({
    name: 'w.example',
    type: ED25519_COSIGNATURE,
    publicKey: witnessKey.publicKey,
  })
  const keyed = (vkey: string) => verifierOf(vkey, verifyEd25519)
  const noteOf = (size: number, time: number | null) =>
    signNote(formatCheckpoint({ origin, size, root: sha256(`root ${size}`) }), [
      ed25519Signer(origin, logKey.publicKey, logKey.sign),
      ...(time === null ? [] : [cosigner('w.example', witnessKey.publicKey, witnessKey.sign, () => time)]),
    ])
  const announced = { id: ID, index: 41, witness: witnessDigest(witness) }
  const settled = (note: string, by: string | null, of = announced as Parameters<typeof settle>[0]) =>
    settle(of, { checkpoint: note, witness: by }, [keyed(logVkey)], keyed)

  it('is what the witness signed: at another second it is another seed', () => {
    const seeds = [1_000, 1_001].map((time) => settled(noteOf(42, time), witness).seed)
    expect(seeds[0]).not.toEqual(seeds[1])
    expect(settled(noteOf(42, 1_000), witness).seed).toEqual(seeds[0])
    expect(settled(noteOf(42, 1_000), witness).checkpoint.size).toBe(42)
  })

  it('is nothing without that signature, of another witness, or before the announcement', () => {
    expect(() => settled(noteOf(42, null), witness)).toThrow('has not signed')
    expect(() => settled(noteOf(42, 1_000), null)).toThrow('not the one')
    expect(() => settled(noteOf(41, 1_000), witness)).toThrow('before the announcement')
    const other = formatVkey({ name: 'w.example', type: ED25519_COSIGNATURE, publicKey: logKey.publicKey })
    expect(() => settled(noteOf(42, 1_000), other)).toThrow('not the one')
    expect(() => settled(noteOf(42, 1_000).replace('42', '43'), witness)).toThrow(NoteError)
  })

  it('is the checkpoint alone where there is no witness', () => {
    const alone = { ...announced, witness: null }
    expect(settled(noteOf(42, null), null, alone).seed).toEqual(
      seedOf(ID, formatCheckpoint({ origin, size: 42, root: sha256('root 42') }), null),
    )
  })

  it('is served in one form', () => {
    const proof = { checkpoint: noteOf(42, 1_000), witness }
    expect(parseDrawProof(utf8(formatDrawProof(proof)))).toEqual(proof)
    for (const wrong of ['{}', '{"checkpoint":"x","witness":1}', '{"witness":null,"checkpoint":"x"}', 'x'])
      expect(() => parseDrawProof(utf8(wrong))).toThrow()
  })
})

describe('the file of an auditor', () => {
  const lines: AuditLine[] = [
    {
      index: 3,
      id: ID,
      drawn: true,
      opening: { field: 'decision', value: { action: 'keep' }, salt: sha256('1') },
    },
    { index: 5, id: ID, drawn: true, closed: 'sealed' },
    { index: 9, id: ID, drawn: false, opening: { field: 'decision', value: null, salt: sha256('2') } },
  ]
  const text = lines.map(auditLine).join('')

  it('is read as it was written, and in no other form', () => {
    expect(parseAuditLines(text)).toEqual(
      lines.map((line) =>
        'opening' in line
          ? { ...line, opening: { ...line.opening, salt: new Uint8Array(line.opening.salt) } }
          : line,
      ),
    )
    for (const [wrong, says] of [
      [text.slice(0, -1), 'cut off'],
      [text.replace('"index":9', '"index":4'), 'line 3 is out of order'],
      [text.replace('"sealed"', '"gone"'), 'line 2 is not an opening'],
      [text.replace('{"drawn"', '{ "drawn"'), 'line 1 is not an opening'],
      [text.replace('"drawn":true', '"drawn":true,"extra":1'), 'line 1 is not an opening'],
    ] as const)
      expect(() => parseAuditLines(wrong)).toThrow(says)
  })
})
