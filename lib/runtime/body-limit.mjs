import ipaddr from 'ipaddr.js'

// How much a request may bring, decided before anything of it is kept: Next holds a body in memory until it is whole.

const MB = 1_000_000

/** A form or a call, with a list of 20,000 addresses at most. */
export const PLAIN = 9 * MB
/** The same with files (lib/attachments/kinds.ts): on two pages only. */
export const WITH_FILES = 29 * MB
/** A choice of theme or language, and what the sign-in library takes. */
export const SMALL = 64 * 1024
/** Bodies beyond PLAIN at once: what they may take of memory together has a bound, too. */
const AT_ONCE = 4
/** Of one network: nobody alone keeps everybody else from sending files. */
const OF_ONE = 2
/** 29 MB in five minutes are less than 1 Mbit/s. */
const ARRIVES_WITHIN_MS = 300_000

const FILES = /^\/takedowns\/(?:new(?:\/from-notice)?|track\/[^/]+)\/?$/
const CHOICES = /^\/(?:theme|locale|api\/auth\/.*)\/?$/
/** Streams onto the disk, and has limits of its own. */
const STREAMED = /^\/api\/v1\/datasets\/[^/]+\/uploads\/?$/
/** What a browser still sends is thrown away for so long, so that it reads the answer instead of a broken connection. */
const LINGER_MS = 5_000

/** How many are arriving, by network. @type {Map<string, number>} */
const large = new Map()

/**
 * Answers a request whose body is too large with 413, by the length it declares; one that declares none is counted while it arrives, and cut
 * off. More large ones at once than fit, of all or of one network, are asked to come again (503).
 *
 * @param {import('node:http').IncomingMessage} request
 * @param {import('node:http').ServerResponse} response
 * @param {number} proxies how many proxies of the operator stand in front
 * @returns {boolean} whether it was answered here
 */
export function refusesBody(request, response, proxies = 0) {
  // As it stands on the wire: what is no address (`//`, `http://[`) must not end the process here.
  const pathname = /^[^?#]*/.exec(request.url ?? '')?.[0] ?? ''
  if (request.method === 'GET' || request.method === 'HEAD' || STREAMED.test(pathname)) return false
  const declared = request.headers['content-length']
  if (declared === undefined) {
    count(request, response, CHOICES.test(pathname) ? SMALL : PLAIN)
    return false
  }
  const bytes = Number(declared)
  if (bytes > mostAt(pathname)) return refuse(request, response, 413)
  if (bytes <= PLAIN) return false
  const network = networkOf(request, proxies)
  const own = large.get(network) ?? 0
  const all = [...large.values()].reduce((sum, n) => sum + n, 0)
  if (own >= OF_ONE || all >= AT_ONCE) return refuse(request, response, 503)
  large.set(network, own + 1)
  response.once('close', () => leave(network))
  // A place is not held for as long as somebody likes.
  const late = setTimeout(() => !request.complete && request.socket.destroy(), ARRIVES_WITHIN_MS)
  response.once('close', () => clearTimeout(late))
  return false
}

/** @param {string} network */
function leave(network) {
  const left = (large.get(network) ?? 0) - 1
  if (left > 0) large.set(network, left)
  else large.delete(network)
}

/**
 * An IPv4 address, or the /64 of an IPv6 address, as lib/http/client-address.ts has it for everything else that is counted.
 *
 * @param {import('node:http').IncomingMessage} request
 * @param {number} proxies
 */
function networkOf(request, proxies) {
  const hops = String(request.headers['x-forwarded-for'] ?? '').split(',')
  const written = ((proxies > 0 && hops.at(-proxies)) || request.socket.remoteAddress || '').trim()
  const plain =
    /^\[(.*)\](?::\d+)?$/.exec(written)?.[1] ?? /^(\d+\.\d+\.\d+\.\d+):\d+$/.exec(written)?.[1] ?? written
  if (!ipaddr.isValid(plain)) return 'unknown'
  const address = ipaddr.process(plain)
  return address instanceof ipaddr.IPv6 ? address.parts.slice(0, 4).join(':') : address.toString()
}

/** @param {string} pathname */
function mostAt(pathname) {
  if (FILES.test(pathname)) return WITH_FILES
  return CHOICES.test(pathname) ? SMALL : PLAIN
}

/** @type {Record<413 | 503, string>} */
const SAID = {
  413: 'This is too much at once: 5 files of 10 MB, 20 MB in all. Go back and choose fewer; nothing else is lost.\nDas ist zu viel auf einmal: 5 Dateien von 10 MB, zusammen 20 MB. Gehen Sie zurück und wählen Sie weniger; sonst ist nichts verloren.\n',
  503: 'Many files are arriving right now. Go back and try again in a minute.\nGerade kommen viele Dateien an. Gehen Sie zurück und versuchen Sie es in einer Minute noch einmal.\n',
}

/**
 * @param {import('node:http').IncomingMessage} request
 * @param {import('node:http').ServerResponse} response
 * @param {413 | 503} status
 */
function refuse(request, response, status) {
  response.writeHead(status, {
    'content-type': 'text/plain; charset=utf-8',
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    connection: 'close',
    ...(status === 503 ? { 'retry-after': '60' } : {}),
  })
  response.end(SAID[status])
  request.resume()
  setTimeout(() => request.socket.destroy(), LINGER_MS).unref()
  return true
}

/**
 * Browsers declare a length; who does not gets no more than a form. It is counted where the parser hands it over: a listener would begin
 * to read before Next does.
 *
 * @param {import('node:http').IncomingMessage} request
 * @param {import('node:http').ServerResponse} response
 * @param {number} most
 */
function count(request, response, most) {
  const push = request.push.bind(request)
  let bytes = 0
  request.push = (chunk, encoding) => {
    bytes += chunk?.length ?? 0
    if (bytes <= most) return push(chunk, encoding)
    if (!response.headersSent) response.writeHead(413, { connection: 'close' }).end()
    request.socket.destroySoon()
    request.destroy()
    return false
  }
}
