import type { Place } from './notice'

/** Hosts on which `owner/name` is one repository. */
const CODE_HOSTS = new Set([
  'github.com',
  'gitlab.com',
  'bitbucket.org',
  'codeberg.org',
  'gitee.com',
  'huggingface.co',
])

/** Further names of a code host, with the path of a repository first. */
const RAW_HOSTS: Partial<Record<string, string>> = {
  'raw.github.com': 'github.com',
  'raw.githubusercontent.com': 'github.com',
  'codeload.github.com': 'github.com',
  'm.github.com': 'github.com',
}

/** Where a code host serves sites of its users; until 2013 one of them did so below its own domain. */
const PAGES: Partial<Record<string, string>> = {
  'github.io': 'github.com',
  'gitlab.io': 'gitlab.com',
  'github.com': 'github.com',
}
const OWN_HOSTS = new Set(
  'api assets avatars codeload community desktop developer docs education enterprise gist help lab m objects pages raw render resources services status support training www'.split(
    ' ',
  ),
)

/** First parts of a path on a code host that are its own pages and nobody's account. */
const OWN_PAGES = new Set(
  (
    'about apps articles blog collections contact customer-stories dashboard docs enterprise events explore features ' +
    'gist help issues join login logout marketplace new notifications orgs pricing pulls readme search security ' +
    'sessions settings site signup sponsors stars support team topics trending users'
  ).split(' '),
)

const DOCUMENT = /\.(?:html?|pdf|epub|mobi|zip|rar|jpe?g|png|gif|mp[34]|txt|md|m3u8?|js|css|php|xml|json)$/i

/** What an address leads to, by the address alone. Null: no address of the web. */
export function placeOf(address: string): Place | null {
  const url = URL.canParse(address) ? new URL(address) : null
  if (!url || !/^https?:$/.test(url.protocol) || !url.hostname.includes('.')) return null
  const host = url.hostname.toLowerCase().replace(/^www\./, '')
  const parts = url.pathname.split('/').filter((part) => part !== '')
  return (
    gistOf(host, parts) ??
    hostedSiteOf(host, parts) ??
    assetOf(host, url.pathname) ??
    repositoryOf(RAW_HOSTS[host] ?? host, host === 'api.github.com' ? parts.slice(1) : parts) ?? {
      kind: 'page',
      key: `${host}${url.pathname.replace(/\/+$/, '')}${url.search}`,
    }
  )
}

function gistOf(host: string, parts: readonly string[]): Place | null {
  if (!/^gist\.github(?:usercontent)?\.com$/.test(host) || parts.length === 0) return null
  const id = parts.find((part) => /^[0-9a-f]{6,40}$/i.test(part))
  if (id === undefined && parts.length === 1)
    return { kind: 'account', key: `github.com/${parts[0]?.toLowerCase()}` }
  return { kind: 'gist', key: `gist.github.com/${(id ?? parts.slice(0, 2).join('/')).toLowerCase()}` }
}

/** `owner.github.io/name/…` is served from the repository `owner/name`, a page at the top from `owner/owner.github.io`. */
function hostedSiteOf(host: string, parts: readonly string[]): Place | null {
  const [owner, ...domain] = host.split('.')
  const site = domain.join('.')
  const codeHost = Object.hasOwn(PAGES, site) ? PAGES[site] : undefined
  if (!codeHost || !owner || OWN_HOSTS.has(owner)) return null
  const first = parts[0]?.toLowerCase()
  const name = first !== undefined && !DOCUMENT.test(first) ? first : host
  return { kind: 'site', key: `${codeHost}/${owner}/${name}` }
}

function assetOf(host: string, path: string): Place | null {
  if (!host.endsWith('.githubusercontent.com') || host in RAW_HOSTS) return null
  return { kind: 'asset', key: `${host}${path}` }
}

function repositoryOf(host: string, parts: readonly string[]): Place | null {
  if (!CODE_HOSTS.has(host) && host !== 'api.github.com') return null
  const code = host === 'api.github.com' ? 'github.com' : host
  const [kind, ...rest] = parts
  const path = code === 'huggingface.co' && (kind === 'datasets' || kind === 'spaces') ? rest : parts
  const [owner = '', name] = path.map((part) => part.toLowerCase())
  if (OWN_PAGES.has(owner)) return null
  if (name === undefined || name === '')
    return owner === '' ? null : { kind: 'account', key: `${code}/${owner}` }
  const prefix = path === parts ? '' : `${kind}/`
  // A name ends where a character is that no name has: letters glue words of other scripts to their addresses.
  const known = /^[\w.-]+/.exec(name)?.[0].replace(/(?:\.wiki)?\.git$/, '') ?? name
  return { kind: 'repository', key: `${code}/${prefix}${owner}/${known}` }
}
