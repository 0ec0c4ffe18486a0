import { describe, expect, it } from 'vitest'
import { equal, fromHex, toHex, utf8 } from '@/lib/tlog/bytes'
import {
  formatNote,
  type NoteSigner,
  type NoteVerifier,
  openNote,
  parseNote,
  signNote,
} from '@/lib/tlog/note'
import { sha256 } from '@/lib/tlog/sha256'
import { ED25519_COSIGNATURE, ed25519Verifier, formatVkey, parseVkey } from '@/lib/tlog/vkey'

/** What a note says does not depend on the kind of signature, so a keyed hash stands in for one here. */
const key = (name: string, secret: string): NoteSigner & NoteVerifier => {
  const sign = (text: Uint8Array) => sha256(utf8(secret + toHex(text)))
  return {
    name,
    keyId: toHex(sha256(utf8(secret)).subarray(0, 4)),
    sign,
    verify: (text, signature) => equal(sign(text), signature),
  }
}
const log = key('log.example', 'one')
const witness = key('witness.example', 'two')
const stranger = key('log.example', 'three')

describe('opening a note', () => {
  const text = 'first line\n\nafter a blank line\n'

  it('gives the text, blank lines included, and the signatures that hold', () => {
    const opened = openNote(signNote(text, [stranger, log, witness]), [log, witness])
    expect(opened.text).toBe(text)
    expect(opened.signatures.map(({ keyId }) => keyId)).toEqual([log.keyId, witness.keyId])
  })

  it('passes over a key of a known name with another id', () => {
    expect(openNote(signNote(text, [stranger, log]), [log]).signatures).toHaveLength(1)
  })

  it('condemns the note when a known key did not sign this text', () => {
    const { signatures } = parseNote(signNote('another text\n', [log]))
    const forged = formatNote({
      text,
      signatures: [...parseNote(signNote(text, [witness])).signatures, ...signatures],
    })
    expect(() => openNote(forged, [log, witness])).toThrow(expect.objectContaining({ code: 'bad_signature' }))
  })

  it('rejects a note that no known key has signed', () => {
    expect(() => openNote(signNote(text, [stranger]), [log])).toThrow(
      expect.objectContaining({ code: 'no_known_signature' }),
    )
  })

  it('accepts sixteen signatures and more, and a bound keeps out a flood', () => {
    const many = Array.from({ length: 16 }, (_, i) => key(`witness-${i}.example`, `w${i}`))
    expect(openNote(signNote(text, [...many, log]), [log]).signatures).toHaveLength(1)
    const flood = Array.from({ length: 101 }, (_, i) => key(`witness-${i}.example`, `w${i}`))
    expect(() => signNote(text, flood)).toThrow(expect.objectContaining({ code: 'malformed' }))
  })

  const good = signNote('text\n', [log])
  it.each([
    ['no signature', 'text\n\n'],
    ['no blank line', 'text\n— log.example AAAAAAA=\n'],
    ['no final newline', good.slice(0, -1)],
    ['a hyphen for the dash', good.replace('—', '-')],
    ['a second space', good.replace('— ', '—  ')],
    ['a control character', good.replace('text', 'te\u0007xt')],
    ['a carriage return', good.replace('text', 'text\r')],
    ['a plus in the name', good.replace('log.example', 'log+example')],
    ['a name without letters', good.replace(' log.example', ' ')],
    ['a signature of four bytes', 'text\n\n— log.example AAAAAA==\n'],
    ['truncated base64', `${good.slice(0, -2)}\n`],
    ['a lone surrogate', good.replace('text', 'te\ud800xt')],
    ['nothing', ''],
  ])('rejects %s', (_, note) => {
    expect(() => openNote(note, [log])).toThrow(expect.objectContaining({ code: 'malformed' }))
  })

  it('rejects bytes that are not UTF-8', () => {
    const bytes = utf8(good)
    bytes[0] = 0xff
    expect(() => openNote(bytes, [log])).toThrow(expect.objectContaining({ code: 'malformed' }))
    expect(openNote(utf8(good), [log]).text).toBe('text\n')
  })

  it('does not write what it would not read', () => {
    expect(() => signNote('no newline at the end', [log])).toThrow(
      expect.objectContaining({ code: 'malformed' }),
    )
  })
})

describe('a verifier key', () => {
  const publicKey = fromHex('ea4a6c63e29c520abef5507b132ec5f9954776aebebe7b92421eea691446d22c')
  const vkey = formatVkey({ name: 'log.example', type: 1, publicKey })

  it('is refused when its id is not that of its key', () => {
    const [name, id = '', material] = vkey.split('+')
    const other = id.startsWith('0') ? `1${id.slice(1)}` : `0${id.slice(1)}`
    expect(() => parseVkey(`${name}+${other}+${material}`)).toThrow(RangeError)
    for (const wrong of ['', 'log.example', 'log.example+00000000', `+${id}+${material}`, `${vkey}=`]) {
      expect(() => parseVkey(wrong)).toThrow(RangeError)
    }
  })

  it('of a cosignature does not check plain signatures', () => {
    const cosigner = formatVkey({ name: 'witness.example', type: ED25519_COSIGNATURE, publicKey })
    expect(() => ed25519Verifier(cosigner, () => true)).toThrow(RangeError)
  })

  it('does not ask the primitive about a signature that is not 64 bytes long', () => {
    const verifier = ed25519Verifier(vkey, () => true)
    expect(verifier.verify(utf8('text\n'), new Uint8Array(63))).toBe(false)
    expect(verifier.verify(utf8('text\n'), new Uint8Array(64))).toBe(true)
  })
})
