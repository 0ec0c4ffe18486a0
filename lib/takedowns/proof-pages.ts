import 'server-only'
import { and, asc, eq, ne, sql } from 'drizzle-orm'
import type { Db, Tx } from '@/db/client'
import { takedownCandidate } from '@/db/schema'
import { canonicalAuthor } from '@/lib/suppression/canonical-author'
import { canonicalPrefix, canonicalUrl, hostOf, prefixesOf } from '@/lib/suppression/canonical-url'
import { contactOf } from './contact'
import type { Target } from './parse-targets'
import { targetsOf } from './results'

/**
 * Why a page could show who asks: the request names it, what was found comes from it, everything found of one author lies below it, its
 * requester says that it is theirs, or somebody who handles the request found it.
 */
export type PageTie = 'named' | 'row' | 'author' | 'said' | 'staff'

/** A page on which its owner could write something: of `of` items that were found, `items` come from there or from below. */
export type ProofPage = { address: string; tie: PageTie; items: number; of: number }

/** Rows whose addresses are read, and pages that are offered: more can still be typed. */
const ROWS = 2_000
const OFFERED = 12

/** The pages that a request is about: whoever can write on one shows that it is theirs. Those most of what was found comes from first. */
export async function pagesNamed(
  on: Db | Tx,
  { id: requestId, datasetId }: { id: string; datasetId: string },
): Promise<ProofPage[]> {
  const [targets, found, contact] = await Promise.all([
    targetsOf(on, requestId),
    addressesFound(on, requestId, datasetId),
    contactOf(on, requestId),
  ])
  const pages: { address: string; tie: PageTie }[] = [
    ...targets.flatMap(({ target }) => tied(pageOfTarget(target), 'named')),
    ...targets.flatMap(({ id, target }) =>
      target.kind === 'author'
        ? tied(
            accountOf(
              target.value,
              found.filter(({ targetId }) => targetId === id),
            ),
            'author',
          )
        : [],
    ),
    ...tied(pageAddress(contact?.answers.account ?? ''), 'said'),
    ...found.flatMap(({ url }) => tied(url && pageAddress(url), 'row')),
  ]
  const count = counterOf(found)
  return [...new Map(pages.toReversed().map((page) => [keyOf(page.address), page])).values()]
    .toReversed()
    .map((page) => ({ ...page, ...count(page.address) }))
    .sort((a, b) => ORDER.indexOf(a.tie) - ORDER.indexOf(b.tie) || b.items - a.items)
    .slice(0, OFFERED)
}

const ORDER: readonly PageTie[] = ['named', 'author', 'said', 'row', 'staff']

/** This page with what ties it to the request, whoever named it; null for what is no address of a page. */
export async function pageFor(
  on: Db | Tx,
  request: { id: string; datasetId: string },
  given: string,
): Promise<ProofPage | null> {
  const address = pageAddress(given)
  if (!address) return null
  const known = (await pagesNamed(on, request)).find((page) => keyOf(page.address) === keyOf(address))
  if (known) return known
  const found = await addressesFound(on, request.id, request.datasetId)
  const count = counterOf(found)(address)
  return { address, tie: count.items > 0 ? 'row' : 'staff', ...count }
}

/** `http://forum.example/u/ana#posts` → `https://forum.example/u/ana`, as it is asked for; null for what cannot be asked for. */
export function pageAddress(given: string): string | null {
  const text = given.trim()
  if (/\s/.test(text) || canonicalUrl(text) === null) return null
  const url = new URL(/^https?:\/\//i.test(text) ? text : `https://${text}`)
  if (url.username || url.password) return null
  url.protocol = 'https:'
  url.hash = ''
  return url.href
}

/** Whether two addresses are of one page: a slash at the end, and what only names a host otherwise, make no other. */
export const isSamePage = (a: string, b: string): boolean => keyOf(a) === keyOf(b)

const keyOf = (address: string): string =>
  canonicalUrl(address)?.replace(/\/(?=$|\?)/, '') ?? `no address: ${address}`

const tied = (address: string | null, tie: PageTie) => (address ? [{ address, tie }] : [])

function pageOfTarget(target: Target): string | null {
  if (target.kind === 'url') return pageAddress(target.value)
  return target.kind === 'prefix' ? pageAddress(target.value.replace(/\*$/, '')) : null
}

/** `url`: null of an item that comes from nowhere that has an address. */
type Found = { targetId: string; digest: Buffer; url: string | null }

/** Not of what only safety officers may see, and not of what is only like a text. */
function addressesFound(on: Db | Tx, requestId: string, datasetId: string): Promise<Found[]> {
  const { targetId, digest, url } = takedownCandidate
  return on
    .select({ targetId, digest, url })
    .from(takedownCandidate)
    .where(
      and(
        eq(takedownCandidate.datasetId, datasetId),
        eq(takedownCandidate.requestId, requestId),
        eq(takedownCandidate.tier, 'exact'),
        ne(takedownCandidate.state, 'dropped'),
        sql`not exists (
          select from flag f join category k on k.id = f.category and k.restricted = 1
          where f.dataset_id = ${takedownCandidate.datasetId} and f.digest = ${takedownCandidate.digest})`,
      ),
    )
    .orderBy(asc(url), asc(digest))
    .limit(ROWS)
}

/** A path that all of an author lies below, when that is more than one page: the one that has their name, as accounts do, else the deepest. */
function accountOf(author: string, found: readonly Found[]): string | null {
  const [first, ...others] = [...new Set(found.map(({ url }) => url))].map((url) => prefixesOf(url ?? ''))
  if (!first || others.length === 0) return null
  const shared = first.filter((prefix) => others.every((prefixes) => prefixes.includes(prefix)))
  const name = canonicalAuthor(author)
  const account = shared.find((prefix) => canonicalAuthor(prefix.split('/').at(-2) ?? '') === name)
  return pageAddress(account ?? shared.at(-1) ?? '')
}

/**
 * Counts of a page the items that come from it or from below it, of all that were found, as {@link liesAt} has it. Each address is taken apart
 * once: there are as many pages as addresses.
 */
function counterOf(found: readonly Found[]): (address: string) => { items: number; of: number } {
  const all = new Set<string>()
  const at = new Map<string, Set<string>>()
  for (const { url, digest } of found) {
    const item = digest.toString('hex')
    all.add(item)
    if (url === null) continue
    for (const place of placesOf(url)) at.set(place, (at.get(place) ?? new Set()).add(item))
  }
  return (address) => {
    const items = new Set(placesOfPage(address).flatMap((place) => [...(at.get(place) ?? [])]))
    return { items: items.size, of: all.size }
  }
}

const below = (prefix: string): string => `below ${prefix}`
const onHost = (host: string): string => `host ${host}`
const onPage = (address: string): string => `page ${keyOf(address)}`

/** Where an address lies: on its page and its host, and below each path that leads there. */
function placesOf(url: string): string[] {
  const host = hostOf(url)
  return [onPage(url), ...(host === null ? [] : [onHost(host)]), ...prefixesOf(url).map(below)]
}

/** In which of these lies what is this page or below it: of the first page of a host, all of that. */
function placesOfPage(address: string): string[] {
  const host = hostWhole(address)
  if (host !== null) return [onHost(host)]
  const prefix = canonicalPrefix(address)
  return [onPage(address), ...(prefix === null ? [] : [below(prefix)])]
}

/** The host whose first page this is: whoever can write there has all of it. Null of any other page. */
export function hostWhole(page: string): string | null {
  const { pathname, search } = new URL(page)
  return pathname === '/' && search === '' ? hostOf(page) : null
}

/** Whether an address is this page or lies below it. */
export function liesAt(address: string): (url: string) => boolean {
  const places = new Set(placesOfPage(address))
  return (url) => placesOf(url).some((place) => places.has(place))
}
