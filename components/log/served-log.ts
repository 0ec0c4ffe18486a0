import { paths } from '@/lib/paths'
import { type Checkpoint, parseCheckpoint } from '@/lib/tlog/checkpoint'
import { type NoteSignature, NoteError, parseNote } from '@/lib/tlog/note'
import { utf8 } from '@/lib/tlog/bytes'
import { tilePath } from '@/lib/tlog/tile-path'
import type { TileSource } from '@/lib/tlog/tile-reader'
import { ED25519, keyIdOf, type NoteKey, parseVkey } from '@/lib/tlog/vkey'

/** A checkpoint whose signature this browser has checked, or says that it could not. */
export type SeenCheckpoint = Checkpoint & {
  note: string
  signature: { state: 'valid'; keyId: string } | { state: 'unsupported' }
}

/** The newest checkpoint the log shows. Throws when it is not signed by one of the keys, or cannot be had. */
export async function fetchCheckpoint(vkeys: readonly string[]): Promise<SeenCheckpoint> {
  const response = await fetch(paths.checkpoint(), { cache: 'no-store' })
  if (!response.ok) throw new NotAnswered(response.status)
  return openCheckpoint(await response.text(), vkeys)
}

/**
 * `openNote` for a browser, where Ed25519 is asynchronous and not everywhere: over plain http and in older browsers there
 * is none. Unknown signatures are passed over, a wrong one of a known key condemns the note.
 */
export async function openCheckpoint(note: string, vkeys: readonly string[]): Promise<SeenCheckpoint> {
  const { text, signatures } = parseNote(note)
  const checkpoint = parseCheckpoint(text)
  const keys = vkeys.map((vkey) => parseVkey(vkey)).filter(({ name }) => name === checkpoint.origin)
  const known = signatures.flatMap((claimed) => {
    const key = keys.find((key) => claimed.name === key.name && claimed.keyId === keyIdOf(key))
    return key ? [{ key, claimed }] : []
  })
  const [first] = known
  if (!first) throw new NoteError('no_known_signature', 'no signature of a key of this log')
  for (const { key, claimed } of known) {
    const holds = await verifies(key, utf8(text), claimed)
    if (holds === undefined) return { ...checkpoint, note, signature: { state: 'unsupported' } }
    if (!holds) throw new ForgedNote(claimed.name)
  }
  return { ...checkpoint, note, signature: { state: 'valid', keyId: first.claimed.keyId } }
}

export class ForgedNote extends NoteError {
  constructor(readonly signer: string) {
    super('bad_signature', `the signature of ${signer} does not fit the text`)
  }
}

/** The site answered with something else. No path: the checkpoint. */
export class NotAnswered extends Error {
  override readonly name = 'NotAnswered'
  constructor(
    readonly status: number,
    readonly path?: string,
  ) {
    super(`${path ?? 'the checkpoint'} was not served (${status})`)
  }
}

/** The log has no such tile: with a checkpoint that promises it, the log is not what it was. */
export class NotServed extends Error {
  override readonly name = 'NotServed'
  constructor(readonly path: string) {
    super(`${path} is not served`)
  }
}

/** Tiles as this site serves them; what they hold is not trusted. `count` is told how many. */
export function servedTiles(count: (tiles: number) => void = () => undefined): TileSource {
  return (tiles) => {
    count(tiles.length)
    return Promise.all(
      tiles.map(async (tile) => {
        const path = tilePath(tile)
        const response = await fetch(`/log/${path}`)
        if (response.status === 404) throw new NotServed(path)
        if (!response.ok) throw new NotAnswered(response.status, path)
        return new Uint8Array(await response.arrayBuffer())
      }),
    )
  }
}

/** Undefined where the browser has no Ed25519. */
export async function verifies(
  key: NoteKey,
  text: Uint8Array,
  { signature }: NoteSignature,
): Promise<boolean | undefined> {
  // Not there on a page that came over plain http, whatever the types say.
  const subtle: SubtleCrypto | undefined = globalThis.crypto?.subtle
  if (!subtle || key.type !== ED25519) return undefined
  let imported: CryptoKey
  try {
    imported = await subtle.importKey('raw', Uint8Array.from(key.publicKey), 'Ed25519', false, ['verify'])
  } catch {
    // NotSupportedError, and older names for it; a key of 32 bytes is never malformed here.
    return undefined
  }
  return subtle.verify('Ed25519', imported, Uint8Array.from(signature), Uint8Array.from(text))
}
