import { defineDetector, type Match } from '../detector'
import { preceding } from '../context'

/**
 * E-mail addresses as people write them (RFC 5321 dot-atoms and IDN domains, not quoted local parts). Every `@` is
 * looked at once, to bounded distances on both sides, so no text makes it quadratic.
 */
export const email = defineDetector({
  id: 'email',
  version: '1',
  categories: ['pii'],
  gate: { literals: ['@'] },
  *find(text): Iterable<Match> {
    for (let at = text.indexOf('@'); at !== -1; at = text.indexOf('@', at + 1)) {
      const start = startOfLocal(text, at)
      if (start === at) continue
      const end = endOfDomain(text, at + 1)
      if (end === 0 || isAddressOfMachine(text, start, at, end)) continue
      const role = ROLES.has(text.slice(start, at).toLowerCase())
      yield { type: 'email', start, end, score: role ? 0.7 : 0.95 }
    }
  },
})

/** RFC 5321 §4.5.3.1: at most 64 octets before the `@`, 255 after it. */
const LOCAL_LIMIT = 64
const DOMAIN_LIMIT = 255

const LOCAL = /^[\p{L}\p{N}!#$%&'*+/=?^_`{|}~.-]$/u
const LABEL = /^[\p{L}\p{N}]$/u

/** Offset where the part before `@` begins; `at` itself when there is none. */
function startOfLocal(text: string, at: number): number {
  let start = at
  while (start > 0 && at - start <= LOCAL_LIMIT && isLocal(text, start - 1)) start -= 1
  if (at - start > LOCAL_LIMIT) return at
  // `to=jane@…`, `?mail=jane@…`, `'jane@…`: punctuation that RFC 5321 allows but that nearly always stands before.
  start += text.slice(start, at).search(/[^=?&/|]*$/)
  while (start < at && /[^\p{L}\p{N}_+]/u.test(text.charAt(start))) start += 1
  const local = text.slice(start, at)
  return local.endsWith('.') || local.includes('..') ? at : start
}

/** Offset after the domain, or 0 when what follows `@` is no domain name with a top level. */
function endOfDomain(text: string, from: number): number {
  let end = from
  const limit = Math.min(text.length, from + DOMAIN_LIMIT)
  while (end < limit && isLabel(text, end, end === from)) end += 1
  while (end > from && !isAlphanumeric(text, end - 1)) end -= 1
  const domain = text.slice(from, end)
  if (/\.\.|-\.|\.-/.test(domain)) return 0
  const top = domain.slice(domain.lastIndexOf('.') + 1).toLowerCase()
  if (top.length === domain.length) return 0
  return /^(?:\p{L}{2,24}|xn--[a-z0-9-]{2,59})$/u.test(top) && !FILE_SUFFIXES.has(top) ? end : 0
}

/** `git@host:path`, `scheme://user:password@host`: a login on a machine, which the secrets detector judges. */
function isAddressOfMachine(text: string, start: number, at: number, end: number): boolean {
  if (/^(?:git|hg|svn|ssh)$/.test(text.slice(start, at)) && /[:/]/.test(text.charAt(end))) return true
  const before = preceding(text, start, 80)
  return /:\/\/[^\s/@<>"]{0,64}$/.test(before) && !/mailto:\/\/$/i.test(before)
}

/** Names of functions rather than of people (RFC 2142): still an address, less likely personal data. */
const ROLES = new Set(
  'abuse admin contact hello help hostmaster info mail marketing no-reply noreply postmaster press sales security support webmaster'.split(
    ' ',
  ),
)

/** `icon@2x.png`, `jane@host.local`: what ends in these is a file or a name that never leaves its network. */
const FILE_SUFFIXES = new Set(
  'bmp css gif html jpeg jpg js json lan local localdomain localhost mjs pdf png svg ts webp xml'.split(' '),
)

function isLocal(text: string, index: number): boolean {
  const unit = text.charCodeAt(index)
  return unit < 128 ? (ASCII_LOCAL[unit] ?? 0) === 1 : LOCAL.test(text.charAt(index))
}

function isLabel(text: string, index: number, first: boolean): boolean {
  const unit = text.charCodeAt(index)
  if (unit === 45 || unit === 46) return !first
  return isAlphanumeric(text, index)
}

function isAlphanumeric(text: string, index: number): boolean {
  const unit = text.charCodeAt(index)
  return unit < 128 ? (ASCII_ALPHANUMERIC[unit] ?? 0) === 1 : LABEL.test(text.charAt(index))
}

const ASCII_LOCAL = asciiTable(LOCAL)
const ASCII_ALPHANUMERIC = asciiTable(LABEL)

function asciiTable(pattern: RegExp): Uint8Array {
  return Uint8Array.from({ length: 128 }, (_, unit) => (pattern.test(String.fromCharCode(unit)) ? 1 : 0))
}
