import 'server-only'
import { lookup } from 'node:dns/promises'
import { once } from 'node:events'
import http, { type IncomingHttpHeaders, type IncomingMessage } from 'node:http'
import https from 'node:https'
import ipaddr from 'ipaddr.js'
import { AppError, invalid, unavailable } from '@/lib/errors'
import { say } from '@/lib/i18n/say'

export type FetchLimits = {
  /** Bytes of the body, as sent. */
  maxBytes: number
  /** For all of it, redirects included. */
  timeoutMs: number
  signal?: AbortSignal
  /** Answers beside 200 that tell something: 404 where it matters whether a thing is there. */
  statuses?: readonly number[]
  /** For who reads the text: a body that was compressed, though it was asked not to be, is refused. Nothing is ever unpacked here. */
  unpacked?: boolean
  /**
   * For who reads the head too: bytes of a body of this kind, instead of `maxBytes`. What is wrong with a body is said when it is read, and
   * the head is told in any case; of a kind with 0 the head alone is the answer.
   */
  maxBytesOf?: (type: string | undefined) => number
}

/** The address that answered, after redirects, what it said beside, and its body. */
export type Fetched = {
  url: string
  status: number
  headers: IncomingHttpHeaders
  /** The same with what was sent more than once told apart. */
  headersDistinct: NodeJS.Dict<string[]>
  length: number | null
  body: AsyncGenerator<Buffer>
}

const MAX_REDIRECTS = 5

/**
 * The one way out: fetches an address that somebody typed. Only http and https, only public addresses; the address that was
 * checked is the one that is connected to (no second look-up that could answer differently), and every redirect is checked
 * again. Length and time are capped while the body is read.
 *
 * @throws AppError `invalid` for what is refused, `unavailable` for a server that does not answer
 */
export async function fetchGuarded(address: string, limits: FetchLimits): Promise<Fetched> {
  const deadline = AbortSignal.timeout(limits.timeoutMs)
  const signal = limits.signal ? AbortSignal.any([deadline, limits.signal]) : deadline
  let url = parseAddress(address)
  for (let redirects = 0; redirects <= MAX_REDIRECTS; redirects++) {
    const response = await request(url, await publicAddress(url.hostname, signal), signal)
    const { statusCode = 0, headers } = response
    if (statusCode >= 300 && statusCode < 400 && headers.location) {
      response.destroy()
      if (!URL.canParse(headers.location, url.href))
        throw unavailable(say('importing.fetch.leadsNowhere', { host: url.host }))
      url = parseAddress(new URL(headers.location, url).href)
      continue
    }
    if (statusCode !== 200 && !limits.statuses?.includes(statusCode)) {
      response.destroy()
      throw unavailable(say('importing.fetch.answered', { host: url.host, status: String(statusCode) }))
    }
    const { headersDistinct } = response
    const length = headers['content-length'] === undefined ? null : Number(headers['content-length'])
    const head = { url: url.href, status: statusCode, headers, headersDistinct, length }
    const maxBytes = limits.maxBytesOf?.(headers['content-type']) ?? limits.maxBytes
    const refusal = maxBytes > 0 ? refusalOf(head, url, { ...limits, maxBytes }) : null
    if (maxBytes > 0 && !refusal) return { ...head, body: capped(response, url, maxBytes) }
    response.destroy()
    if (refusal && !limits.maxBytesOf) throw refusal
    return { ...head, body: refusal ? failing(refusal) : nothing() }
  }
  throw invalid(say('importing.fetch.redirects', { address, most: String(MAX_REDIRECTS) }))
}

function parseAddress(address: string): URL {
  if (!URL.canParse(address)) throw invalid(say('importing.fetch.noAddress', { address }))
  const url = new URL(address)
  if (url.protocol !== 'https:' && url.protocol !== 'http:') throw invalid(say('importing.fetch.protocol'))
  if (url.username || url.password) throw invalid(say('importing.fetch.password'))
  return url
}

/** Resolves a host to one address that may be connected to. */
async function publicAddress(
  hostname: string,
  signal: AbortSignal,
): Promise<{ address: string; family: number }> {
  const host = hostname.replace(/^\[|\]$/g, '')
  // A name server that never answers holds nobody up longer than a server that does not.
  const found = await Promise.race([lookup(host, { all: true }), aborted(signal)]).catch(() => {
    throw unavailable(say('importing.fetch.noHost', { host }))
  })
  // All of them: a host that also answers with a private address is not to be trusted with either.
  if (!allowsPrivate() && !found.every(({ address }) => isPublic(address)))
    throw invalid(say('importing.fetch.notPublic', { host }))
  const [first] = found
  if (!first) throw unavailable(say('importing.fetch.noHost', { host }))
  return first
}

/** Of IPv6 what is given out to the public (RFC 4291 § 2.4), less what of it is set apart: `::127.0.0.1` is neither. */
function isPublic(address: string): boolean {
  const parsed = ipaddr.process(address)
  if (parsed.range() !== 'unicast') return false
  return parsed.kind() === 'ipv4' || parsed.match(PUBLIC_IPV6)
}

const PUBLIC_IPV6 = ipaddr.IPv6.parseCIDR('2000::/3')

const aborted = async (signal: AbortSignal): Promise<never> => {
  if (!signal.aborted) await once(signal, 'abort')
  throw signal.reason
}

/** For tests, whose servers are on this machine. */
const allowsPrivate = () =>
  process.env.WINNOW_FETCH_PRIVATE === '1' && process.env.WINNOW_MODE !== 'production'

async function request(
  url: URL,
  pinned: { address: string; family: number },
  signal: AbortSignal,
): Promise<IncomingMessage> {
  const { get } = url.protocol === 'https:' ? https : http
  const sent = get(url, {
    signal,
    headers: { 'user-agent': 'winnow', 'accept-encoding': 'identity' },
    agent: false,
    lookup: (_host, options, done) =>
      options.all ? done(null, [pinned]) : done(null, pinned.address, pinned.family),
  })
  try {
    const [response] = await once(sent, 'response', { signal })
    return response
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    throw unavailable(say('importing.fetch.silent', { host: url.host, why }))
  }
}

async function* nothing(): AsyncGenerator<Buffer> {
  yield* []
}

async function* failing(refusal: AppError): AsyncGenerator<Buffer> {
  yield* nothing()
  throw refusal
}

/** Why a body is not read, as far as the head tells. */
function refusalOf(
  { headers, length }: Pick<Fetched, 'headers' | 'length'>,
  url: URL,
  { unpacked, maxBytes }: FetchLimits,
): AppError | null {
  const encoding = headers['content-encoding'] ?? 'identity'
  if (unpacked && encoding !== 'identity')
    return unavailable(say('importing.fetch.packed', { host: url.host }))
  return length !== null && length > maxBytes ? tooLong(url, maxBytes) : null
}

async function* capped(response: IncomingMessage, url: URL, maxBytes: number): AsyncGenerator<Buffer> {
  let bytes = 0
  try {
    for await (const piece of response as AsyncIterable<Buffer>) {
      bytes += piece.length
      if (bytes > maxBytes) throw tooLong(url, maxBytes)
      yield piece
    }
    if (!response.complete) throw new Error('the body is not complete')
  } catch (error) {
    if (error instanceof AppError) throw error
    throw unavailable(say('importing.fetch.brokeOff', { host: url.host, bytes: String(bytes) }))
  } finally {
    response.destroy()
  }
}

const tooLong = (url: URL, maxBytes: number) =>
  invalid(say('importing.fetch.long', { address: url.href, bytes: String(maxBytes) }))
