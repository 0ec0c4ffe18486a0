import { literal } from '@/lib/datasets/duck'

/*
 * SQL that lets through every row whose address or author may be one of those that are wanted, and few others: what passes is read again
 * in its one spelling. Rows go through here by the ten million, so nothing costs more than the number of rows does.
 */

/** Up to so many hosts are looked for one after the other: a search for plain bytes is several times as fast as an expression. */
const MOST_SEARCHED = 12

/** The last two labels of a host, behind a scheme and a user, before a port. */
const TAIL = `regexp_extract(lower(url), '^\\s*(?:[a-z][a-z0-9+.-]*:)?[/\\\\]*(?:[^/?#\\\\@]*@)?(?:[^/?#\\\\:@]*\\.)?([^./?#\\\\:@]+\\.[^./?#\\\\:@]+)\\.?(?::[0-9]*)?(?:[/?#\\\\]|\\s*$)', 1)`

/** Written with escapes, in other letters, or with what a reader of addresses drops or reads as something else. */
const ODD_HOST = `regexp_matches(url, '[^\\x20-\\x7e]|^[^?#]*%|^[^?#]*[/\\\\][/\\\\][^/?#\\\\]*@')`

/** Rows with an address whose host is one of these or below one of them. */
export function hostsLike(hosts: readonly string[]): string {
  // Numbers can be written in too many ways: `0x7f000001` is a host too.
  if (hosts.some((host) => /^[\d.]+$|^\[/.test(host))) return 'url IS NOT NULL'
  const among =
    hosts.length <= MOST_SEARCHED
      ? hosts.map((host) => `contains(lower(url), ${literal(host)})`).join(' OR ')
      : `${TAIL} IN (${[...new Set(hosts.map(tailOf))].map(literal).join()})`
  return `(url IS NOT NULL AND (${among} OR ${ODD_HOST}))`
}

const tailOf = (host: string) => host.split('.').slice(-2).join('.')

/** Rows whose author is one of these, given in their one spelling. */
export function authorsLike(authors: readonly string[]): string {
  const plain = authors.filter((author) => /^[\x20-\x7e]*$/.test(author))
  const among =
    plain.length > 0
      ? `ltrim(trim(lower(author)), '@') IN (${plain.map((author) => literal(author.replace(/^@+/, ''))).join()})`
      : 'false'
  return `(author IS NOT NULL AND (${among} OR regexp_matches(author, '[^\\x20-\\x7e]|  ')))`
}
