import { STATUS_CODES } from 'node:http'
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
/** Of all other bodies, in bytes: what is arriving at once, and of one network. Smaller ones are not counted: who writes a form is heard. */
const ARRIVING = 20 * PLAIN
const ARRIVING_OF_ONE = 6 * PLAIN
const UNCOUNTED = 256 * 1024
/** 29 MB in five minutes are less than 1 Mbit/s. */
const ARRIVES_WITHIN_MS = 300_000

const FILES = /^\/takedowns\/(?:new(?:\/from-notice)?|track\/[^/]+)\/?$/
const CHOICES = /^\/(?:theme|locale|api\/auth\/.*)\/?$/
/** Streams onto the disk, and has limits of its own. */
const STREAMED = /^\/api\/v1\/datasets\/[^/]+\/uploads\/?$/
/** What a browser still sends is thrown away for so long, so that it reads the answer instead of a broken connection. */
const LINGER_MS = 5_000

/** How many large ones are arriving, by network. @type {Map<string, number>} */
const large = new Map()
/** How many bytes of all others, by network. @type {Map<string, number>} */
const arriving = new Map()

/**
 * Answers a request whose body is too large with 413, by the length it declares; one that declares none is counted while it arrives, and cut
 * off. More at once than fit, of all or of one network, are asked to come again (503).
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
  const network = networkOf(request, proxies)
  if (declared === undefined) {
    const most = CHOICES.test(pathname) ? SMALL : PLAIN
    // Without either header there is no body (RFC 9112 §6.3).
    const bytes = request.headers['transfer-encoding'] === undefined ? 0 : most
    if (!hasRoom(request, response, { network, bytes })) return refuse(request, 503, busyAt(pathname, bytes))
    count(request, response, most)
    return false
  }
  const bytes = Number(declared)
  if (bytes > mostAt(pathname)) return refuse(request, 413, tooMuchAt(pathname))
  if (!hasRoom(request, response, { network, bytes })) return refuse(request, 503, busyAt(pathname, bytes))
  return false
}

/**
 * Takes room for a body until it was answered, where there is some.
 *
 * @param {import('node:http').IncomingMessage} request
 * @param {import('node:http').ServerResponse} response
 * @param {{ network: string, bytes: number }} of
 */
function hasRoom(request, response, { network, bytes }) {
  if (bytes <= UNCOUNTED) return true
  const [held, amount, one, all] =
    bytes > PLAIN
      ? /** @type {const} */ ([large, 1, OF_ONE, AT_ONCE])
      : /** @type {const} */ ([arriving, bytes, ARRIVING_OF_ONE, ARRIVING])
  const own = held.get(network) ?? 0
  if (own + amount > one || [...held.values()].reduce((sum, n) => sum + n, amount) > all) return false
  held.set(network, own + amount)
  const { socket } = request
  // Room is not held for as long as somebody likes: neither by who sends slowly nor by who does not take the answer.
  const late = setInterval(
    () => (!request.complete || response.headersSent) && socket.destroy(),
    ARRIVES_WITHIN_MS,
  )
  const over = () => {
    clearInterval(late)
    response.off('close', over)
    socket.off('close', over)
    leave(held, network, amount)
  }
  response.once('close', over)
  // A response that waits behind another one of its connection never says that it is closed.
  socket.once('close', over)
  return true
}

/**
 * @param {Map<string, number>} held
 * @param {string} network
 * @param {number} amount
 */
function leave(held, network, amount) {
  const left = (held.get(network) ?? 0) - amount
  if (left > 0) held.set(network, left)
  else held.delete(network)
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

/** @param {string} text */
const plain = (text) => ({ type: 'text/plain; charset=utf-8', text })

const TOO_MANY_FILES =
  'This is too much at once: 5 files of 10 MB, 20 MB in all. Go back and choose fewer; nothing else is lost.\nDas ist zu viel auf einmal: 5 Dateien von 10 MB, zusammen 20 MB. Gehen Sie zurück und wählen Sie weniger; sonst ist nichts verloren.\n'
const TOO_MUCH_TEXT =
  'This is too much for a form: 9 MB at most. Go back and send less at once; nothing is lost.\nDas ist zu viel für ein Formular: höchstens 9 MB. Gehen Sie zurück und senden Sie weniger auf einmal; nichts ist verloren.\n'
const TOO_MUCH_CHOSEN =
  'This is too much for a choice: 64 kB at most.\nDas ist zu viel für eine Auswahl: höchstens 64 kB.\n'
const BUSY =
  'Many files are arriving right now. Go back and try again in a minute.\nGerade kommen viele Dateien an. Gehen Sie zurück und versuchen Sie es in einer Minute noch einmal.\n'

const BUSY_FORM =
  'Much is arriving right now. Go back and try again in a minute; nothing is lost.\nGerade kommt viel an. Gehen Sie zurück und versuchen Sie es in einer Minute noch einmal; nichts ist verloren.\n'

/**
 * @param {string} pathname
 * @param {number} bytes
 */
function busyAt(pathname, bytes) {
  if (bytes > PLAIN) return plain(BUSY)
  if (!pathname.startsWith('/api/')) return plain(BUSY_FORM)
  const error = { code: 'unavailable', message: 'Much is arriving right now. Try again in a minute.' }
  return { type: 'application/json', text: JSON.stringify({ error }) }
}

/** What is said to whom: a program gets the form of every other error of a call. @param {string} pathname */
function tooMuchAt(pathname) {
  if (FILES.test(pathname)) return plain(TOO_MANY_FILES)
  if (CHOICES.test(pathname)) return plain(TOO_MUCH_CHOSEN)
  if (!pathname.startsWith('/api/')) return plain(TOO_MUCH_TEXT)
  const error = { code: 'too_large', message: 'This call is too large: 9 MB at most.' }
  return { type: 'application/json', text: JSON.stringify({ error }) }
}

/**
 * Onto the wire itself: behind an answer of its own that ends the connection Node cuts it at once, and what then still arrives makes the
 * kernel of the other side throw the answer away.
 *
 * @param {import('node:http').IncomingMessage} request
 * @param {413 | 503} status
 * @param {{ type: string, text: string }} said
 */
function refuse(request, status, { type, text }) {
  const { socket } = request
  const head = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
    `content-type: ${type}`,
    `content-length: ${Buffer.byteLength(text)}`,
    'cache-control: no-store',
    'x-content-type-options: nosniff',
    'connection: close',
    ...(status === 503 ? ['retry-after: 60'] : []),
  ]
  socket.write(`${head.join('\r\n')}\r\n\r\n${text}`)
  request.resume().once('end', () => socket.end())
  setTimeout(() => socket.destroy(), LINGER_MS).unref()
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
