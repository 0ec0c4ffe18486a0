import ipaddr from 'ipaddr.js'

/** Set by our web server from the socket; what a client sends under this name is dropped there. */
export const PEER_HEADER = 'x-winnow-peer'

/**
 * The network a request comes from: an IPv4 address, or the /64 of an IPv6 address (one subscriber, RFC 6177).
 * `X-Forwarded-For` counts only as far as `trustedProxies` (the number of our own proxies in front) appended to it. Whatever is no
 * address is one network, `unknown`: a name that a caller can choose would be a new one for each request.
 */
export function clientAddress(headers: { get(name: string): string | null }, trustedProxies = '0'): string {
  const hops = Number.parseInt(trustedProxies, 10) || 0
  const forwarded = (headers.get('x-forwarded-for') ?? '').split(',').map((hop) => hop.trim())
  const address = hops > 0 ? forwarded.at(-hops) : headers.get(PEER_HEADER)
  return network(address || headers.get(PEER_HEADER) || '')
}

function network(written: string): string {
  const plain = withoutPort(written)
  if (!ipaddr.isValid(plain)) return 'unknown'
  const address = ipaddr.process(plain)
  if (address instanceof ipaddr.IPv4) return address.toString()
  return `${ipaddr.IPv6.networkAddressFromCIDR(`${address.toNormalizedString().replace(/%.*/, '')}/64`).toString()}/64`
}

/** Some proxies append the port, which is another for each connection: `198.51.100.7:4711`, `[2001:db8::1]:4711`. */
const withoutPort = (written: string): string =>
  /^\[(.*)\](?::\d+)?$/.exec(written)?.[1] ?? /^(\d+\.\d+\.\d+\.\d+):\d+$/.exec(written)?.[1] ?? written
