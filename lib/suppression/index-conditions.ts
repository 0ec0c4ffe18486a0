import { literal } from '@/lib/datasets/duck'

/*
 * SQL that lets through every row whose address or author may be one of those that are wanted, and few others: what passes is read again
 * in its one spelling. Rows go through here by the ten million.
 */

/** Up to so many are looked for one after the other: a search for plain bytes is several times as fast as cutting an address. */
const MOST_SEARCHED = 12

/** Between the second and the third slash, without a dot at its end; its last two labels. */
const HOST = `rtrim(split_part(lower(url), '/', 3), '.')`
const TAIL = `(split_part(${HOST}, '.', -2) || '.' || split_part(${HOST}, '.', -1))`

/** Written as a host of a page nearly always is. What is not (ports, users, escapes, other letters, no scheme) passes, and is read. */
const PLAIN = `(starts_with(lower(url), 'http') AND contains(left(url, 8), '://') AND regexp_full_match(${HOST}, '[a-z0-9.-]+'))`

/** The same for addresses that are searched for the bytes of a host: what could be that host in other bytes. */
const ODD = `regexp_matches(url, '[^\\x20-\\x7e]|^[^?#]*%|^[^?#]*[/\\\\][/\\\\][^/?#\\\\]*@')`

/** Rows with an address whose host is one of these or below one of them. */
export function hostsLike(hosts: readonly string[]): string {
  // Numbers can be written in too many ways: `0x7f000001` is a host too.
  if (hosts.some(isNumeric)) return 'url IS NOT NULL'
  const condition =
    hosts.length <= MOST_SEARCHED
      ? `${hosts.map((host) => `contains(lower(url), ${literal(host)})`).join(' OR ')} OR ${ODD}`
      : `${among(TAIL, [...new Set(hosts.map(tailOf))].map(literal))} OR NOT ${PLAIN}`
  return `(url IS NOT NULL AND (${condition}))`
}

/** The authority as it is written, and what of it could be a host in other bytes: those rows are read. */
const WRITTEN = `split_part(url, '/', 3)`
const WRITTEN_ODD = `regexp_matches(${WRITTEN}, '^$|[^a-z0-9.-]|\\.$') OR NOT (starts_with(url, 'https://') OR starts_with(url, 'http://'))`

/**
 * Rows with an address whose host is exactly one of these. Of a thousand it is a look into a table for each row; cutting out what they
 * are below, as for {@link hostsLike}, takes four times as long.
 */
export function hostsExactly(hosts: readonly string[]): string {
  if (hosts.length <= MOST_SEARCHED || hosts.some(isNumeric)) return hostsLike(hosts)
  const written = hosts.flatMap((host) => [literal(host), literal(`www.${host}`)])
  return `(url IS NOT NULL AND (${among(WRITTEN, written)} OR ${WRITTEN_ODD}))`
}

const isNumeric = (host: string) => /^[\d.]+$|^\[/.test(host)

const tailOf = (host: string) => host.split('.').slice(-2).join('.')

/** Rows whose author is one of these, given in their one spelling. */
export function authorsLike(authors: readonly string[]): string {
  const plain = authors.filter((author) => /^[\x20-\x7e]*$/.test(author))
  const names = plain.map((author) => literal(author.replace(/^@+/, '')))
  const named = names.length > 0 ? among(`ltrim(trim(lower(author)), '@')`, names) : 'false'
  return `(author IS NOT NULL AND (${named} OR strlen(author) <> length(author) OR contains(author, '  ') OR regexp_matches(author, '[\\x00-\\x1f]')))`
}

/** An expression among constants. As a list of them DuckDB compares each with each: a thousand cost fifteen times what a table does. */
export const among = (expression: string, constants: readonly string[]): string =>
  constants.length <= MOST_SEARCHED
    ? `${expression} IN (${constants.join()})`
    : `${expression} IN (SELECT unnest([${constants.join()}]))`
