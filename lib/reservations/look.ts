import 'server-only'
import { AppError } from '@/lib/errors'
import { fetchGuarded, type Fetched, type FetchLimits } from '@/lib/http/guarded-fetch'
import type { Messages } from '@/lib/i18n/catalogues'
import { keeping } from '@/lib/i18n/kept'
import { say } from '@/lib/i18n/say'
import { entriesOfJson, entriesWithin, type Entry, reserves } from './c2pa'
import { Unreadable } from './jumbf'
import { metasOf } from './metas'
import { MOST_ROBOTS, type NoAi, noAiOf, robotsRule, type RobotsRule } from './robots'
import { type Tdm, tdmInForce, tdmOfFile, tdmOfHeaders, tdmOfMeta } from './tdmrep'

/** The name that our fetcher has, and that robots.txt and X-Robots-Tag can speak to. */
const AGENT = 'winnow'
const TIMEOUT = 15_000
const MOST_PAGE = 1024 * 1024
const MOST_PICTURE = 8 * 1024 * 1024
const MOST_FILE = 256 * 1024
/** Kinds of file in which something may be said in words. */
const SAYS = /html|json|xml|^text\//i
/** Kinds of picture that a C2PA manifest is looked for in. */
const PICTURES = /^image\/(?:p?jpe?g|(?:x-)?png|apng|webp)\b/i
/** A kind that says nothing: whatever was stored without one. */
const UNTOLD = /^(?:application|binary)\/octet-stream\b/i
/** Kinds of file that one may be embedded in. */
const EMBEDS = /^(?:image|video|audio|font)\/|^application\/pdf/i

/** One place that was read: what stands there, `null` that nothing does, `unread` that it could not be told, as `retold` tells it. */
type Read<T> = { address: string; value: T | null } | Unread
type Unread = { address: string; unread: string }

/** What a site says about mining and training with one address, each with where it says it, at one moment. */
export type Signals = {
  address: string
  at: string
  tdm: Tdm | null
  tdmFile: Read<Tdm>
  tdmHeader: Read<Tdm>
  tdmMeta: Read<Tdm>
  robotsTag: Read<NoAi>
  robotsTxt: Read<RobotsRule>
  /** What a manifest says, in JSON or within a picture. Nobody's signature is checked. */
  c2pa: Read<Entry[]>
}

/**
 * Asks a site what it reserves for one of its addresses: three requests at most (the page, the TDMRep file, robots.txt), through the
 * guarded fetcher. What could not be read is kept as unread, never as "nothing reserved".
 */
export async function lookForReservations(address: string, now = new Date()): Promise<Signals> {
  const asked = new URL(address)
  const path = asked.pathname + asked.search
  const [page, file, robots] = [
    await read(asked.href, MOST_PAGE, mostOf),
    await read(new URL('/.well-known/tdmrep.json', asked).href, MOST_FILE),
    await read(new URL('/robots.txt', asked).href, MOST_ROBOTS),
  ]
  const metas = told(page.body, ({ bytes, type }) =>
    /html/i.test(type) ? metasOf(bytes.toString('utf8')) : new Map<string, string>(),
  )
  const tdmFile = told(file.body, ({ bytes }) => tdmOfFile(bytes.toString('utf8'), path))
  const tdmHeader = told(page.head, ({ headers }) => tdmOfHeaders(headers))
  const tdmMeta = told(metas, (found) => tdmOfMeta(found))
  const tag = told(page.head, ({ headersDistinct }) => noAiOf(headersDistinct['x-robots-tag'] ?? [], AGENT))
  const robotsMeta = told(metas, (found) => noAiOf([found.get('robots') ?? ''], AGENT))
  return {
    address: asked.href,
    at: now.toISOString(),
    tdm: tdmInForce({ file: valueOf(tdmFile), header: valueOf(tdmHeader), meta: valueOf(tdmMeta) }),
    tdmFile,
    tdmHeader,
    tdmMeta,
    robotsTag: valueOf(tag) ? tag : robotsMeta,
    robotsTxt: told(robots.body, ({ bytes }) => robotsRule(bytes.toString('utf8'), AGENT, path)),
    c2pa: manifestOf(page),
  }
}

/** Whether something is reserved, nothing is, or it could not be told. */
export function stateOf({ tdm, robotsTag, robotsTxt, c2pa, ...reads }: Signals): 'found' | 'none' | 'failed' {
  const allows = valueOf(robotsTxt)?.allowed ?? true
  if (tdm?.reserved || valueOf(robotsTag) || !allows || reserves(valueOf(c2pa) ?? [])) return 'found'
  const places = [reads.tdmFile, reads.tdmHeader, reads.tdmMeta, robotsTag, robotsTxt, c2pa]
  return places.some((place) => 'unread' in place) ? 'failed' : 'none'
}

/** How a manifest kept elsewhere is named: in a header of the answer, or in the metadata of a picture (XMP). */
const LINKS = /rel="?[^;,"]*\bc2pa-manifest\b/i
const PROVENANCE = 'dcterms:provenance'

/** What could not be looked into is unread: that a file is a picture says nothing of what stands in it. */
function manifestOf({ head, body }: Answer): Signals['c2pa'] {
  if ('unread' in body || body.value === null) return told(body, () => null)
  const { address } = body
  const { bytes, type } = body.value
  const unread = (why: keyof Messages['reservations']['manifest']) =>
    keeping((keep) => ({ address, unread: keep(say(`reservations.manifest.${why}`)) }))
  try {
    const within = entriesWithin(bytes)
    if (!within && PICTURES.test(type)) return unread('malformed')
    if (!within && (EMBEDS.test(type) || !(type === '' || SAYS.test(type)))) return unread('kind')
    const entries =
      within?.entries ?? (/json/i.test(type) ? entriesOfJson(parsed(bytes.toString('utf8'))) : [])
    if (entries.length > 0) return { address, value: entries }
    const links = LINKS.test(valueOf(head)?.headersDistinct.link?.join(', ') ?? '')
    if (links || (within?.stores === 0 && bytes.includes(PROVENANCE))) return unread('elsewhere')
    return { address, value: null }
  } catch (error) {
    if (error instanceof Unreadable) return unread(error.why)
    throw error
  }
}

/** Of a page that does not say what it is as much is read as of one in words. */
function mostOf(type: string | undefined): number {
  if (type === undefined || SAYS.test(type)) return MOST_PAGE
  return PICTURES.test(type) || UNTOLD.test(type) ? MOST_PICTURE : 0
}

type Body = { bytes: Buffer; type: string }
/** Its head is known also where its body is too long, or breaks off. */
type Answer = { head: Read<Fetched>; body: Read<Body> }

const read = (address: string, maxBytes: number, maxBytesOf?: FetchLimits['maxBytesOf']): Promise<Answer> =>
  keeping(async (keep) => {
    const limits = { maxBytes, timeoutMs: TIMEOUT, statuses: [404, 410], unpacked: true }
    const tried = async <T>(asked: Promise<T>): Promise<{ address: string; value: T } | Unread> => {
      try {
        return { address, value: await asked }
      } catch (error) {
        if (error instanceof AppError) return { address, unread: keep(error.message) }
        throw error
      }
    }
    const head = await tried(fetchGuarded(address, { ...limits, ...(maxBytesOf && { maxBytesOf }) }))
    if ('unread' in head) return { head, body: head }
    const { status, headers, body } = head.value
    const bytes = await tried(buffered(body))
    if (status !== 200) return { head: { address, value: null }, body: { address, value: null } }
    return { head, body: told(bytes, (whole) => ({ bytes: whole, type: headers['content-type'] ?? '' })) }
  })

async function buffered(body: Fetched['body']): Promise<Buffer> {
  const pieces: Buffer[] = []
  for await (const piece of body) pieces.push(piece)
  return Buffer.concat(pieces)
}

function told<T, U>(from: Read<T>, tell: (value: T) => U | null): Read<U> {
  if ('unread' in from) return from
  return { address: from.address, value: from.value === null ? null : tell(from.value) }
}

const valueOf = <T>(place: Read<T>): T | null => ('unread' in place ? null : place.value)

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
