/** Set by our web server from the socket; what a client sends under this name is dropped there. */
export const PEER_HEADER = 'x-winnow-peer'

/**
 * The network a request comes from: an IPv4 address, or the /64 of an IPv6 address (one subscriber, RFC 6177).
 * `X-Forwarded-For` counts only as far as `trustedProxies` (the number of our own proxies in front) appended to it.
 */
export function clientAddress(headers: { get(name: string): string | null }, trustedProxies = '0'): string {
  const hops = Number.parseInt(trustedProxies, 10) || 0
  const forwarded = (headers.get('x-forwarded-for') ?? '').split(',').map((hop) => hop.trim())
  const address = hops > 0 ? forwarded.at(-hops) : headers.get(PEER_HEADER)
  return network(address || headers.get(PEER_HEADER) || 'unknown')
}

function network(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '')
  if (!plain.includes(':')) return plain
  const [head = '', tail] = plain.split('::')
  const groups = head.split(':').filter(Boolean)
  const rest = tail === undefined ? [] : tail.split(':').filter(Boolean)
  while (tail !== undefined && groups.length + rest.length < 8) groups.push('0')
  return [...groups, ...rest].slice(0, 4).join(':') + '::/64'
}
