import { fromBase64, toBase64 } from './base64'
import { concat, fromHex, textOf, toHex, utf8 } from './bytes'

/** One signature line of a note: who signed (name and key id together) and the raw signature behind the id. */
export type NoteSignature = { readonly name: string; readonly keyId: string; readonly signature: Uint8Array }

/** A signed note (c2sp.org/signed-note). `text` ends in a newline and is what the signatures cover. */
export type Note = { readonly text: string; readonly signatures: readonly NoteSignature[] }

/** Signs note texts as one key. The signing itself is the caller's: this library holds no key. */
export type NoteSigner = {
  readonly name: string
  readonly keyId: string
  sign(text: Uint8Array): Uint8Array
}

/** Checks signatures of one known key. */
export type NoteVerifier = {
  readonly name: string
  readonly keyId: string
  verify(text: Uint8Array, signature: Uint8Array): boolean
}

export class NoteError extends Error {
  override readonly name = 'NoteError'
  constructor(
    readonly code: 'malformed' | 'bad_signature' | 'no_known_signature',
    message: string,
  ) {
    super(message)
  }
}

/** The specification asks for at least 16; the bound keeps a hostile note from costing more than a glance. */
const MAX_SIGNATURES = 100
const SIGNATURE_LINE = /^\u2014 (\S+) (\S+)$/

export function signNote(text: string, signers: readonly NoteSigner[]): string {
  const bytes = utf8(text)
  return formatNote({
    text,
    signatures: signers.map(({ name, keyId, sign }) => ({ name, keyId, signature: sign(bytes) })),
  })
}

export function formatNote({ text, signatures }: Note): string {
  const lines = signatures.map(({ name, keyId, signature }) => {
    return `\u2014 ${name} ${toBase64(concat(fromHex(keyId), signature))}\n`
  })
  const note = `${text}\n${lines.join('')}`
  parseNote(note)
  return note
}

/** Splits a note without checking any signature: nothing in it may be believed yet. Throws NoteError `malformed`. */
export function parseNote(note: string | Uint8Array): Note {
  const whole = typeof note === 'string' ? note : decoded(note)
  if (/[\u0000-\u0009\u000b-\u001f]|\p{Surrogate}/u.test(whole)) throw malformed('a control character')
  // The text may hold blank lines itself: the last one divides.
  const divide = whole.lastIndexOf('\n\n')
  if (divide < 0 || !whole.endsWith('\n')) throw malformed('no signatures')
  const lines = whole.slice(divide + 2, -1).split('\n')
  if (lines.length > MAX_SIGNATURES) throw malformed('too many signatures')
  return { text: whole.slice(0, divide + 1), signatures: lines.map(parseSignature) }
}

/**
 * The text of a note, with the signatures that hold, one of each key: they may be counted. A signature of an unknown key
 * is passed over, as it must be; a known key whose signature is wrong condemns the note. Throws NoteError.
 */
export function openNote(note: string | Uint8Array, verifiers: readonly NoteVerifier[]): Note {
  const { text, signatures } = parseNote(note)
  const bytes = utf8(text)
  const verified = signatures.filter((claimed, at) => {
    const isSameKey = ({ name, keyId }: { name: string; keyId: string }) =>
      name === claimed.name && keyId === claimed.keyId
    const verifier = verifiers.find(isSameKey)
    if (verifier && !verifier.verify(bytes, claimed.signature)) {
      throw new NoteError('bad_signature', `the signature of ${claimed.name} does not fit the text`)
    }
    return verifier !== undefined && signatures.findIndex(isSameKey) === at
  })
  if (verified.length === 0) throw new NoteError('no_known_signature', 'no signature of a known key')
  return { text, signatures: verified }
}

function parseSignature(line: string): NoteSignature {
  const [, name, base64] = SIGNATURE_LINE.exec(line) ?? []
  if (name === undefined || base64 === undefined || !isKeyName(name)) throw malformed('a signature line')
  const bytes = decodedBase64(base64)
  if (bytes.length <= 4) throw malformed('a signature without bytes')
  return { name, keyId: toHex(bytes.subarray(0, 4)), signature: bytes.slice(4) }
}

/** Not empty, no white space, no `+` (which divides the parts of a written key). */
export function isKeyName(name: string): boolean {
  return /^[^\s+\u0085]+$/u.test(name) && !/\p{Surrogate}/u.test(name)
}

function decoded(note: Uint8Array): string {
  try {
    return textOf(note)
  } catch (cause) {
    throw new NoteError('malformed', `not UTF-8: ${String(cause)}`)
  }
}

function decodedBase64(text: string): Uint8Array {
  try {
    return fromBase64(text)
  } catch (cause) {
    throw malformed(`a signature (${String(cause)})`)
  }
}

function malformed(what: string): NoteError {
  return new NoteError('malformed', `not a signed note: ${what}`)
}
