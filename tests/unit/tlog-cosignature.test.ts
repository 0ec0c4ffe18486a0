import { createPrivateKey, createPublicKey, sign } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { verifyEd25519 } from '@/lib/log/key'
import { concat, fromHex, textOf, toHex, utf8 } from '@/lib/tlog/bytes'
import { openCheckpoint } from '@/lib/tlog/checkpoint'
import { cosignatureMessage, cosignatureTime, cosignatureVerifier, cosigner } from '@/lib/tlog/cosignature'
import { formatNote, openNote, parseNote, signNote } from '@/lib/tlog/note'
import { verifierOf } from '@/lib/tlog/verifiers'
import { ED25519, ED25519_COSIGNATURE, ed25519Signer, formatVkey } from '@/lib/tlog/vkey'

function keyPair(seed: number) {
  const der = concat(fromHex('302e020100300506032b657004220420'), new Uint8Array(32).fill(seed))
  const privateKey = createPrivateKey({ key: Buffer.from(der), format: 'der', type: 'pkcs8' })
  const publicKey = Uint8Array.from(
    createPublicKey(privateKey).export({ format: 'der', type: 'spki' }).subarray(-32),
  )
  return { publicKey, sign: (message: Uint8Array) => Uint8Array.from(sign(null, message, privateKey)) }
}

const text = 'log.example/audit\n3\neGh2GQcH5s2QvcZXmqp6aX+yoVzvaIKP0c5CqtfAuLY=\n'
const [logKey, witnessKey] = [keyPair(1), keyPair(2)]
const log = ed25519Signer('log.example/audit', logKey.publicKey, logKey.sign)
const vkey = (name: string, type: number, { publicKey }: { publicKey: Uint8Array }) =>
  formatVkey({ name, type, publicKey })
const logVerifier = verifierOf(vkey('log.example/audit', ED25519, logKey), verifyEd25519)
const witnessVkey = vkey('witness.example/w1', ED25519_COSIGNATURE, witnessKey)
const witness = (seconds: number) =>
  cosigner('witness.example/w1', witnessKey.publicKey, witnessKey.sign, () => seconds)
const verifier = verifierOf(witnessVkey, verifyEd25519)

describe('a cosignature', () => {
  it('signs two lines of its own and then the whole text of the checkpoint, extension lines included', () => {
    expect(textOf(cosignatureMessage(text, 1_679_315_147))).toBe(`cosignature/v1\ntime 1679315147\n${text}`)
    const extended = `${text}an extension line\n`
    const note = signNote(extended, [log, witness(5)])
    expect(openNote(note, [verifier]).text).toBe(extended)
    expect(() => openNote(note.replace('an extension', 'no extension'), [verifier])).toThrow(
      expect.objectContaining({ code: 'bad_signature' }),
    )
  })

  it('carries its time in eight bytes before the signature', () => {
    const [, made] = parseNote(signNote(text, [log, witness(2 ** 32 + 7)])).signatures
    expect(toHex(made?.signature.subarray(0, 8) ?? new Uint8Array())).toBe('0000000100000007')
    expect(cosignatureTime(made?.signature ?? new Uint8Array())).toBe(2 ** 32 + 7)
    expect(made?.signature.length).toBe(72)
  })

  it('does not hold at another time, for another text, or as a plain signature of the same key', () => {
    const note = signNote(text, [log, witness(1_700_000_000)])
    const { signatures } = parseNote(note)
    const later = signatures.map((made) =>
      made.name === 'witness.example/w1'
        ? { ...made, signature: made.signature.map((byte, i) => (i === 7 ? byte ^ 1 : byte)) }
        : made,
    )
    const bad = expect.objectContaining({ code: 'bad_signature' })
    expect(() => openNote(formatNote({ text, signatures: later }), [logVerifier, verifier])).toThrow(bad)
    const moved = formatNote({ text: text.replace('\n3\n', '\n4\n'), signatures: signatures.slice(1) })
    expect(() => openNote(moved, [verifier])).toThrow(bad)
    const plain = ed25519Signer('witness.example/w1', witnessKey.publicKey, witnessKey.sign)
    expect(() => openNote(signNote(text, [plain]), [verifier])).toThrow(
      expect.objectContaining({ code: 'no_known_signature' }),
    )
  })

  it('is refused with a time beyond 2^53 or of another length, without asking the primitive', () => {
    const trusting = cosignatureVerifier(witnessVkey, () => true)
    const made = new Uint8Array(72)
    expect(trusting.verify(utf8(text), made)).toBe(true)
    expect(trusting.verify(utf8(text), made.slice(1))).toBe(false)
    expect(trusting.verify(utf8(text), Uint8Array.of(0, 0x20, ...made.slice(2)))).toBe(false)
    for (const seconds of [-1, 0.5, 2 ** 53, NaN]) {
      expect(() => cosignatureMessage(text, seconds)).toThrow(RangeError)
    }
  })

  it('needs a key of its own type', () => {
    expect(() => cosignatureVerifier(vkey('witness.example/w1', ED25519, witnessKey), verifyEd25519)).toThrow(
      RangeError,
    )
    expect(() => verifierOf(vkey('witness.example/w1', 0x06, witnessKey), verifyEd25519)).toThrow(RangeError)
  })
})

describe('a checkpoint with many signatures', () => {
  it('is none of a log that did not sign it, whoever else did', () => {
    expect(openCheckpoint(signNote(text, [witness(1), log]), [logVerifier, verifier]).checkpoint.size).toBe(3)
    const elsewhere = text.replace('log.example/audit', 'log.example/other')
    for (const note of [signNote(text, [witness(1)]), signNote(elsewhere, [log, witness(1)])]) {
      expect(() => openCheckpoint(note, [logVerifier, verifier])).toThrow(
        expect.objectContaining({ code: 'no_known_signature' }),
      )
    }
  })

  it('is believed for the keys that are known, and counts each of them once', () => {
    const strangers = Array.from({ length: 12 }, (_, i) => {
      const key = keyPair(100 + i)
      return cosigner(`stranger.example/${i}`, key.publicKey, key.sign, () => 1)
    })
    const note = signNote(text, [...strangers, log, witness(10), witness(20), witness(10)])
    const { signatures } = openNote(note, [logVerifier, verifier])
    expect(signatures.map(({ name }) => name)).toEqual(['log.example/audit', 'witness.example/w1'])
    expect(cosignatureTime(signatures[1]?.signature ?? new Uint8Array())).toBe(10)
  })

  it('is condemned by a second, wrong signature of a known key', () => {
    const { signatures } = parseNote(signNote(text, [log, witness(10)]))
    const forged = signatures.map((made) => ({ ...made, signature: made.signature.map((byte) => byte ^ 1) }))
    const note = formatNote({ text, signatures: [...signatures, ...forged] })
    expect(() => openNote(note, [logVerifier])).toThrow(expect.objectContaining({ code: 'bad_signature' }))
  })
})
