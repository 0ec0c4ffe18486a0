const FORWARDED = [
  'forwarded',
  'x-forwarded-for',
  'x-forwarded-host',
  'x-forwarded-port',
  'x-forwarded-proto',
  'x-real-ip',
]

/**
 * Makes the headers tell the truth about the network before the application reads them: `x-winnow-peer` is the socket's
 * address whatever the client sent, and without a proxy of ours nobody's X-Forwarded-* survives (a forged host there
 * would reach sign-in links and the origin check of server actions).
 *
 * @param {import('node:http').IncomingMessage} request changed in place
 * @param {number} proxies how many proxies of the operator stand in front
 */
export function cleanHeaders(request, proxies) {
  request.headers['x-winnow-peer'] = request.socket.remoteAddress ?? ''
  if (proxies > 0) return
  for (const name of FORWARDED) Reflect.deleteProperty(request.headers, name)
}
