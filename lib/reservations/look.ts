import 'server-only'
import { AppError } from '@/lib/errors'
import { fetchGuarded, type Fetched } from '@/lib/http/guarded-fetch'
import { say } from '@/lib/i18n/say'
import { notAllowedBy } from './c2pa'
import { metasOf } from './metas'
import { MOST_ROBOTS, type NoAi, noAiOf, robotsRule, type RobotsRule } from './robots'
import { type Tdm, tdmInForce, tdmOfFile, tdmOfHeaders, tdmOfMeta } from './tdmrep'

/** The name that our fetcher has, and that robots.txt and X-Robots-Tag can speak to. */
const AGENT = 'winnow'
const TIMEOUT = 15_000
const MOST_PAGE = 1024 * 1024
const MOST_FILE = 256 * 1024
/** Kinds of file in which something may be said; of a picture, however large, its headers say it. */
const SAYS = /html|json|xml|^text\//i
/** Kinds of file that a C2PA manifest is embedded in. */
const EMBEDS = /^(?:image|video|audio|font)\/|^application\/pdf/i

/** One place that was read: what stands there, `null` that nothing does, `unread` that it could not be told. */
type Read<T> = { address: string; value: T | null } | { address: string; unread: string }

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
  /** Only where the address is of a manifest in JSON; within a picture it is unread. */
  c2pa: Read<string[]>
}

/**
 * Asks a site what it reserves for one of its addresses: three requests at most (the page, the TDMRep file, robots.txt), through the
 * guarded fetcher. What could not be read is kept as unread, never as "nothing reserved".
 */
export async function lookForReservations(address: string, now = new Date()): Promise<Signals> {
  const asked = new URL(address)
  const path = asked.pathname + asked.search
  const [page, file, robots] = [
    await read(asked.href, MOST_PAGE, SAYS),
    await read(new URL('/.well-known/tdmrep.json', asked).href, MOST_FILE),
    await read(new URL('/robots.txt', asked).href, MOST_ROBOTS),
  ]
  const metas = told(page, ({ text, type }) =>
    /html/i.test(type) ? metasOf(text) : new Map<string, string>(),
  )
  const tdmFile = told(file, ({ text }) => tdmOfFile(text, path))
  const tdmHeader = told(page, ({ headers }) => tdmOfHeaders(headers))
  const tdmMeta = told(metas, (found) => tdmOfMeta(found))
  const tag = told(page, ({ robotsTags }) => noAiOf(robotsTags, AGENT))
  const robotsMeta = told(metas, (found) => noAiOf([found.get('robots') ?? ''], AGENT))
  return {
    address: asked.href,
    at: now.toISOString(),
    tdm: tdmInForce({ file: valueOf(tdmFile), header: valueOf(tdmHeader), meta: valueOf(tdmMeta) }),
    tdmFile,
    tdmHeader,
    tdmMeta,
    robotsTag: valueOf(tag) ? tag : robotsMeta,
    robotsTxt: told(robots, ({ text }) => robotsRule(text, AGENT, path)),
    c2pa: manifestOf(page),
  }
}

/** Whether something is reserved, nothing is, or it could not be told. */
export function stateOf({ tdm, robotsTag, robotsTxt, c2pa, ...reads }: Signals): 'found' | 'none' | 'failed' {
  if (tdm?.reserved || valueOf(robotsTag) || valueOf(robotsTxt)?.allowed === false || valueOf(c2pa))
    return 'found'
  const places = [reads.tdmFile, reads.tdmHeader, reads.tdmMeta, robotsTag, robotsTxt, c2pa]
  return places.some((place) => 'unread' in place) ? 'failed' : 'none'
}

/** A manifest within a picture or another file is not read: that it is one says nothing of what stands in it. */
function manifestOf(page: Read<Body>): Signals['c2pa'] {
  if ('unread' in page || page.value === null) return told(page, () => null)
  const { text, type } = page.value
  if (EMBEDS.test(type)) return { address: page.address, unread: say('reservations.embedded') }
  const entries = /json/i.test(type) ? notAllowedBy(parsed(text)) : []
  return { address: page.address, value: entries.length > 0 ? entries : null }
}

/** `robotsTags`: each as it was sent; joined, what is said to one program would run on into what is said to all. */
type Body = { text: string; type: string; headers: Fetched['headers']; robotsTags: readonly string[] }

async function read(address: string, maxBytes: number, bodyOf?: RegExp): Promise<Read<Body>> {
  try {
    const limits = { maxBytes, timeoutMs: TIMEOUT, statuses: [404, 410], unpacked: true }
    const { status, headers, headersDistinct, body } = await fetchGuarded(address, {
      ...limits,
      ...(bodyOf && { bodyOf }),
    })
    const pieces: Buffer[] = []
    for await (const piece of body) pieces.push(piece)
    if (status !== 200) return { address, value: null }
    const type = headers['content-type'] ?? ''
    const robotsTags = headersDistinct['x-robots-tag'] ?? []
    return { address, value: { text: Buffer.concat(pieces).toString('utf8'), type, headers, robotsTags } }
  } catch (error) {
    if (error instanceof AppError) return { address, unread: error.message }
    throw error
  }
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
