import ipaddr from 'ipaddr.js'
import { defineDetector, type Match } from '../detector'
import { isWholeValue, preceding, wordNear } from '../context'

/**
 * Public IPv4 and IPv6 addresses. Private, loopback, link-local, multicast, documentation and other special ranges
 * (IANA special-purpose registries, as `ipaddr.js` knows them) identify nobody and are left out.
 */
export const ip = defineDetector({
  id: 'ip',
  version: '1',
  categories: ['pii'],
  gate: { digits: 4 },
  *find(text): Iterable<Match> {
    for (const match of text.matchAll(V4)) {
      const [address] = match
      const end = match.index + address.length
      if (!isPublic(address) || isVersionNumber(text, match.index, end)) continue
      const certain = isWholeValue(text, match.index, end) || saysAddress(text, match.index, end)
      // `1.2.3.4` may be a chapter, a version or an object identifier: small numbers need a word that says address.
      if (!certain && address.split('.').every((octet) => Number(octet) < 32)) continue
      yield { type: 'ipv4', start: match.index, end, score: certain ? 0.95 : 0.8 }
    }
    for (const match of text.matchAll(V6)) {
      const [address] = match
      if (isPublic(address))
        yield { type: 'ipv6', start: match.index, end: match.index + address.length, score: 0.9 }
    }
  },
})

const OCTET = '(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)'
const V4 = new RegExp(`(?<![\\w.-]|\\d,)${OCTET}(?:\\.${OCTET}){3}(?![\\w-]|\\.\\d)`, 'g')

/** All public unicast IPv6 begins with 2 or 3 (RFC 4291 §2.4), which keeps `Face::add` and clock times out. */
const V6 = /(?<![\w:.])[23][0-9a-f]{3}:[0-9a-f:.]{2,41}(?![\w:])/gi

const saysAddress = wordNear(
  'ip',
  'ipv4',
  'ip-?address',
  'address',
  'addr',
  'host',
  'server',
  'client',
  'dns',
  'ping',
  'inet',
  'gateway',
  'port',
)

function isPublic(address: string): boolean {
  return ipaddr.isValid(address) && ipaddr.parse(address).range() === 'unicast'
}

function isVersionNumber(text: string, start: number, end: number): boolean {
  return (
    VERSION.test(preceding(text, start, 24)) ||
    /^[\w-]*\.(?:tgz|tar|zip|jar|whl|deb|rpm|exe|dll)\b/.test(text.slice(end, end + 24))
  )
}

/** `Chrome/91.0.…`, `version 1.20.3.4`, `v. 2.40.1.7`, `foo-1.2.3.4`, `§ 12.40.3.4`. */
const VERSION =
  /(?:\b(?:version|ver|rev|revision|release|build|update|section|sec|chapter|firmware|oid)\b|\bv)[\s.:="'(]{0,4}$|[§/]\s?$/i
