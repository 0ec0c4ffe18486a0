/**
 * One spelling for addresses that lead to the same page, so that an opt-out of `https://www.example.org/a` finds the row
 * that says `http://example.org/a#top`. Only what RFC 3986 §6.2.2 and §6.2.3 call equivalent, and three customs of the web:
 * http = https, `www.` = none, fragments name a place inside a page. Rules are stored as keyed hashes of the result:
 * a change of `canonicalUrl` makes every stored rule miss, so it needs a new purpose name in match.ts. What is called equivalent since,
 * as parameters that only follow readers around, is a second spelling beside the first ({@link canonicalUrls}).
 */

const LONGEST = 4096

/** `https://www.Example.org:443/a%7Eb?x#y` → `example.org/a~b?x`; null for what is not a web address. */
export function canonicalUrl(text: string): string | null {
  const url = webAddress(text)
  if (!url) return null
  return `${placeOf(url)}${normalEscapes(url.pathname)}${normalEscapes(url.search)}`
}

/** Parameters by which senders of links follow who opens them; the page is the same without them. */
const TRACKING =
  /^(?:utm_[a-z_]+|gclid|gbraid|wbraid|dclid|gclsrc|fbclid|msclkid|twclid|ttclid|yclid|igshid|igsh|li_fat_id|mc_[ce]id|mkt_tok|vero_id|oly_(?:anon|enc)_id|_hs(?:enc|mi)|hsctatracking|_openstat|wickedid)$/i

/** The spellings under which an address may be known: its canonical one, and that without what only follows readers. */
export function canonicalUrls(text: string): string[] {
  const canonical = canonicalUrl(text)
  if (canonical === null) return []
  const plain = withoutTracking(canonical)
  return plain === canonical ? [canonical] : [canonical, plain]
}

/** `example.org/a?id=1&utm_source=x` → `example.org/a?id=1`; the order of what stays is kept. */
function withoutTracking(canonical: string): string {
  const at = canonical.indexOf('?')
  if (at === -1) return canonical
  const kept = canonical
    .slice(at + 1)
    .split('&')
    .filter((parameter) => !TRACKING.test(parameter.split('=', 1)[0] ?? ''))
  return kept.length === 0 ? canonical.slice(0, at) : `${canonical.slice(0, at)}?${kept.join('&')}`
}

/** The host of an address alone: `https://www.Example.org:8080/a` → `example.org`. */
export function hostOf(text: string): string | null {
  const url = webAddress(text)
  return url && hostName(url)
}

/** A row costs a fingerprint for each step of its path while there are rules about paths: at most this many. */
export const DEEPEST_PATH = 16

/**
 * `https://www.example.org/%7Eana/notes/*` → `example.org/~ana/notes/`: what stands at this path and below it. Null for a bare
 * host, which is a domain, for what asks a question (`?`), and for paths deeper than {@link DEEPEST_PATH}.
 */
export function canonicalPrefix(text: string): string | null {
  const url = webAddress(text.trim().replace(/\/\*$/, '/'))
  const steps = url && url.search === '' ? stepsOf(url) : []
  return url && steps.length > 0 && steps.length <= DEEPEST_PATH ? below(url, steps) : null
}

/** Every path that an address lies at or below, shortest first. Whole steps: `/ana` is not below `/an`. */
export function prefixesOf(text: string): string[] {
  const url = webAddress(text)
  if (!url) return []
  const steps = stepsOf(url).slice(0, DEEPEST_PATH)
  return steps.map((_, last) => below(url, steps.slice(0, last + 1)))
}

/** The host of an address and its parent domains, nearest first; never a bare top-level domain. */
export function hostsOf(text: string): string[] {
  const url = webAddress(text)
  if (!url) return []
  const host = hostName(url)
  if (isAddress(host)) return [host]
  const labels = host.split('.')
  return labels.slice(0, -1).map((_, from) => labels.slice(from).join('.'))
}

/** `*.WWW.Example.org.` → `example.org`; null for what cannot be a domain. International names in their ASCII form. */
export function canonicalDomain(text: string): string | null {
  const name = text.trim().replace(/^\*\./, '')
  if (/[\s/?#@:\\]/.test(name)) return null
  const url = webAddress(`https://${name}/`)
  const host = url && hostName(url)
  return host && host.includes('.') && !isAddress(host) ? host : null
}

function webAddress(text: string): URL | null {
  const trimmed = text.trim()
  if (trimmed.length === 0 || trimmed.length > LONGEST) return null
  const whole = /^[a-z][a-z0-9+.-]*:\/\//i.test(trimmed)
  const url = parseUrl(whole ? trimmed : `https://${trimmed}`)
  if (!url || !/^https?:$/.test(url.protocol) || !url.hostname.includes('.')) return null
  // `mailto:a@example.org` and `a@example.org` would pass as a host with a user.
  return url.username && !whole ? null : url
}

function parseUrl(text: string): URL | null {
  try {
    return new URL(text)
  } catch {
    return null
  }
}

const hostName = (url: URL) => url.hostname.replace(/\.$/, '').replace(/^www\.(?=[^.]+\.)/, '')

const placeOf = (url: URL) => `${hostName(url)}${url.port ? `:${url.port}` : ''}`

/** Empty ones left out: `//` leads where `/` does on every server that has directories. */
const stepsOf = (url: URL) =>
  normalEscapes(url.pathname)
    .split('/')
    .filter((step) => step !== '')

const below = (url: URL, steps: readonly string[]) => `${placeOf(url)}/${steps.join('/')}/`

const isAddress = (host: string) => /^[\d.]+$/.test(host) || host.startsWith('[')

/** Escapes of unreserved characters undone, all others in upper case (RFC 3986 §6.2.2.1 and §6.2.2.2). */
function normalEscapes(part: string): string {
  return part.replace(/%[0-9a-f]{2}/gi, (escape) => {
    const character = String.fromCharCode(Number.parseInt(escape.slice(1), 16))
    return /[A-Za-z0-9._~-]/.test(character) ? character : escape.toUpperCase()
  })
}
