import { decode, Tokenizer } from 'cborg'
import { STORE, storesWithin } from './embedded'
import { type Box, boxesIn, type Superbox, superbox, Unreadable } from './jumbf'

/** From what leaves most free to what leaves least. */
const USES = ['allowed', 'constrained', 'notAllowed'] as const

/** Entries of the assertion about mining and training, by the names of C2PA and by those of CAWG, who look after it now. */
const ENTRIES = ['c2pa', 'cawg'].flatMap((by) =>
  ['ai_training', 'ai_generative_training', 'data_mining', 'ai_inference'].map((use) => `${by}.${use}`),
)

/** What a manifest says of one use, and under which conditions. */
export type Entry = { entry: string; use: (typeof USES)[number]; info: string | null }

export const reserves = (entries: readonly Entry[]): boolean => entries.some(({ use }) => use !== 'allowed')

/** Manifests in JSON nest; one that nests deeper is not read. */
const DEEPEST = 12
const LONGEST_INFO = 2_000

/**
 * What a manifest given as JSON says of mining and training, wherever in it. No signature is checked, here and below: it is what
 * somebody says. Said twice, that counts which leaves less free.
 */
export function entriesOfJson(manifest: unknown): Entry[] {
  const found = new Map<string, Entry>()
  collect(manifest, found, 0)
  return inOrder(found)
}

/**
 * What the manifest within a file says of mining and training; null where the file is of a kind that is not looked into.
 *
 * @throws Unreadable
 */
export function entriesWithin(file: Buffer): { entries: Entry[]; stores: number } | null {
  const stores = storesWithin(file)
  if (!stores) return null
  if (stores.length > 1) throw new Unreadable('twice')
  const found = new Map<string, Entry>()
  for (const said of stores.flatMap(assertionsOf)) keepEntries(said, found)
  return { entries: inOrder(found), stores: stores.length }
}

const UUID = '00110010800000aa00389b71'
const [STANDARD, UPDATE, COMPRESSED] = [`63326d61${UUID}`, `6332756d${UUID}`, `6332636d${UUID}`]

/** Also of another version of the assertion, and of one that is not the only one of its name. */
const LABEL = /^(?:c2pa|cawg)\.training-mining(?:\.v\d{1,3})?(?:__\d{1,3})?$/
const MOST_ASSERTIONS = 16
const LONGEST_ASSERTION = 64 * 1024

/** What the assertions about mining and training say that stand in the active manifest of a store: in its last. */
function assertionsOf(store: Buffer): object[] {
  const [box, ...others] = boxesIn(store).map(named)
  if (box?.uuid !== STORE || box.label !== 'c2pa') throw new Unreadable('malformed')
  if (others.length > 0) throw new Unreadable('twice')
  const active = activeOf(box)
  if (active.uuid === COMPRESSED) throw new Unreadable('compressed')
  const stores = active.boxes.filter(isSuperbox).map(named)
  const [assertions, ...more] = stores.filter(({ label }) => label === 'c2pa.assertions')
  if (!assertions) throw new Unreadable('malformed')
  if (more.length > 0) throw new Unreadable('twice')
  const ours = assertions.boxes
    .filter(isSuperbox)
    .map(named)
    .filter(({ label }) => LABEL.test(label))
  if (ours.length > MOST_ASSERTIONS) throw new Unreadable('many')
  if (new Set(ours.map(({ label }) => label)).size < ours.length) throw new Unreadable('twice')
  // It adds to a manifest before it, which may have said it.
  if (ours.length === 0 && active.uuid === UPDATE) throw new Unreadable('amends')
  return ours.map(({ boxes }) => contentOf(boxes))
}

const isSuperbox = ({ type }: Box) => type === 'jumb'

function named({ type, content }: Box): Superbox {
  if (type !== 'jumb') throw new Unreadable('malformed')
  return superbox(content)
}

function activeOf({ boxes }: Superbox): Superbox {
  for (const box of boxes.filter(isSuperbox).toReversed()) {
    const manifest = named(box)
    if ([STANDARD, UPDATE, COMPRESSED].includes(manifest.uuid)) return manifest
  }
  throw new Unreadable('malformed')
}

function contentOf(boxes: readonly Box[]): object {
  const [box, ...more] = boxes.filter(({ type }) => type === 'cbor' || type === 'json')
  if (!box) throw new Unreadable('malformed')
  if (more.length > 0) throw new Unreadable('twice')
  if (box.content.length > LONGEST_ASSERTION) throw new Unreadable('many')
  const said = box.type === 'json' ? parsedJson(box.content) : parsedCbor(box.content)
  if (typeof said !== 'object' || said === null) throw new Unreadable('malformed')
  return said
}

function parsedJson(content: Buffer): unknown {
  try {
    return JSON.parse(content.toString('utf8'))
  } catch (error) {
    throw new Unreadable('malformed', { cause: error })
  }
}

/** Four entries are some thirty tokens. As many as this also bound how deep it can nest. */
const MOST_TOKENS = 1_000

class FewTokens extends Tokenizer {
  private left = MOST_TOKENS

  override next() {
    if (this.left-- === 0) throw new Unreadable('many')
    return super.next()
  }
}

/** A date (0, 1) or an address (32) in it is read as what it is made of; of a key that stands twice nothing is believed. */
function parsedCbor(content: Buffer): unknown {
  const plain = (inner: () => unknown) => inner()
  const options = {
    ...{ allowIndefinite: true, allowUndefined: true, allowBigInt: true, rejectDuplicateMapKeys: true },
    tags: { 0: plain, 1: plain, 32: plain },
  }
  const bytes = new Uint8Array(content)
  try {
    return decode(bytes, { ...options, tokenizer: new FewTokens(bytes, options) })
  } catch (error) {
    if (error instanceof Unreadable) throw error
    throw new Unreadable('malformed', { cause: error })
  }
}

function collect(value: unknown, found: Map<string, Entry>, depth: number): void {
  if (depth > DEEPEST || typeof value !== 'object' || value === null) return
  if (!Array.isArray(value)) keep(value, found)
  for (const inner of Object.values(value)) collect(inner, found, depth + 1)
}

/** Of an assertion; early ones had their entries in it directly. */
function keepEntries(said: object, found: Map<string, Entry>): void {
  const inner: unknown = Object.hasOwn(said, 'entries') && 'entries' in said ? said.entries : said
  if (typeof inner !== 'object' || inner === null || Array.isArray(inner)) throw new Unreadable('malformed')
  keep(inner, found)
}

function keep(map: object, found: Map<string, Entry>): void {
  for (const [entry, value] of Object.entries(map)) {
    if (!ENTRIES.includes(entry)) continue
    const use = useOf(value)
    const before = found.get(entry)
    if (!use || (before && USES.indexOf(before.use) >= USES.indexOf(use))) continue
    found.set(entry, { entry, use, info: infoOf(value) })
  }
}

/** `notAllowed`, or `{"use": "notAllowed"}`. */
function useOf(value: unknown): Entry['use'] | null {
  const use = typeof value === 'object' && value !== null && 'use' in value ? value.use : value
  if (typeof use !== 'string') return null
  return USES.find((known) => known.toLowerCase() === use.toLowerCase()) ?? null
}

function infoOf(value: unknown): string | null {
  if (typeof value !== 'object' || value === null || !('constraint_info' in value)) return null
  const { constraint_info: info } = value
  return typeof info === 'string' && info !== '' ? info.slice(0, LONGEST_INFO) : null
}

const inOrder = (found: ReadonlyMap<string, Entry>): Entry[] =>
  ENTRIES.flatMap((entry) => found.get(entry) ?? [])
