import { createPublicKey, verify } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { fromHex } from '@/lib/tlog/bytes'
import { openNote } from '@/lib/tlog/note'
import { ed25519Verifier, formatVkey, keyIdOf, parseVkey } from '@/lib/tlog/vkey'

const SPKI = fromHex('302a300506032b6570032100')
const verifyEd25519 = (publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array) =>
  verify(
    null,
    message,
    createPublicKey({ key: Buffer.concat([SPKI, publicKey]), format: 'der', type: 'spki' }),
    signature,
  )

/** The example of c2sp.org/signed-note. */
const vkey = 'example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k'
const note = `This is an example message.

— example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=
`

describe('notes of other implementations', () => {
  it('opens the example of the specification', () => {
    const opened = openNote(note, [ed25519Verifier(vkey, verifyEd25519)])
    expect(opened.text).toBe('This is an example message.\n')
    expect(opened.signatures.map(({ name, keyId }) => ({ name, keyId }))).toEqual([
      { name: 'example.com/foo', keyId: '530d903a' },
    ])
  })

  it('rejects the example when a letter of its text is changed', () => {
    const forged = note.replace('example message', 'example massage')
    expect(() => openNote(forged, [ed25519Verifier(vkey, verifyEd25519)])).toThrow(
      expect.objectContaining({ code: 'bad_signature' }),
    )
  })

  it.each([
    vkey,
    // Of the tests of golang.org/x/mod/sumdb/note, and of the Go checksum database itself.
    'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW',
    'EnochRoot+af0cfe78+ATtqJ7zOtqQtYqOo0CpvDXNlMhV3HeJDpjrASKGLWdop',
    'sum.golang.org+033de0ae+Ac4zctda0e5eza+HJyk9SxEdh+s3Ux18htTTAD8OuAn8',
  ])('reads and writes the verifier key %s', (text) => {
    const key = parseVkey(text)
    expect(formatVkey(key)).toBe(text)
    expect(text.split('+')[1]).toBe(keyIdOf(key))
  })
})
