// What Next answers for a page that calls `notFound()` is an empty document, which scripts fill: blank to who runs none, and to a
// machine. For an address without a route it draws the page itself. So that is asked for, and takes the place of the other.
import { get } from 'node:http'

/** No page has it. */
export const NO_ROUTE = '/_no-route'
/** What the drawn page depends on. */
const ASKED_WITH = [
  'host',
  'cookie',
  'accept-language',
  'user-agent',
  'x-forwarded-proto',
  'x-forwarded-host',
]
/** Between two servers, and not with what they hand on (RFC 9110 §7.6.1). */
const OF_THE_CONNECTION = ['connection', 'keep-alive', 'transfer-encoding', 'date']

/**
 * Holds back a page that is not there, and has the drawn one sent instead. The two say the same to everybody: what is not there, what
 * may not be seen, and what was never an address cannot be told apart.
 *
 * @param {import('node:http').IncomingMessage} request
 * @param {import('node:http').ServerResponse} response changed in place, before anything has been sent
 * @param {number} port of our own server
 */
export function drawNothingHere(request, response, port) {
  if (request.method !== 'GET' || request.url === NO_ROUTE) return
  const { write, end, writeHead, flushHeaders } = response
  let held = false
  const isBlank = (status = response.statusCode) =>
    (held ||= status === 404 && `${response.getHeader('content-type')}`.startsWith('text/html'))

  response.flushHeaders = () => {
    if (!isBlank()) flushHeaders.call(response)
  }
  response.writeHead = (...args) => (isBlank(args[0]) ? response : writeHead.apply(response, args))
  response.write = (...args) => isBlank() || write.apply(response, args)
  response.end = (...args) => {
    if (!isBlank()) return end.apply(response, args)
    Object.assign(response, { write, end, writeHead, flushHeaders })
    sendDrawn(request, response, port)
    return response
  }
}

function sendDrawn(request, response, port) {
  const headers = Object.fromEntries(
    ASKED_WITH.flatMap((name) => (name in request.headers ? [[name, request.headers[name]]] : [])),
  )
  for (const name of response.getHeaderNames()) response.removeHeader(name)
  get({ host: request.socket.localAddress, port, path: NO_ROUTE, headers }, (drawn) => {
    for (const [name, value] of Object.entries(drawn.headers))
      if (value !== undefined && !OF_THE_CONNECTION.includes(name)) response.setHeader(name, value)
    // At once and not piped: what compresses answers has taken over who is told that a piece has drained.
    const pieces = []
    drawn.on('data', (piece) => pieces.push(piece))
    drawn.on('end', () => response.writeHead(404).end(Buffer.concat(pieces)))
    drawn.on('error', () => response.destroy())
  }).on('error', () => {
    response.writeHead(404, { 'content-type': 'text/plain' })
    response.end('404')
  })
}
