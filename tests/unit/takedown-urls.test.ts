import { describe, expect, it } from 'vitest'
import { canonicalAuthor } from '@/lib/suppression/canonical-author'
import {
  canonicalDomain,
  canonicalPrefix,
  canonicalUrl,
  canonicalUrls,
  DEEPEST_PATH,
  hostOf,
  hostsOf,
  prefixesOf,
} from '@/lib/suppression/canonical-url'

describe('one page has one spelling', () => {
  it.each([
    ['https://www.Example.org:443/a/../b%7Ec%2fd?x=1#top', 'example.org/b~c%2Fd?x=1'],
    ['http://example.org', 'example.org/'],
    ['example.org/', 'example.org/'],
    ['HTTPS://EXAMPLE.ORG./?', 'example.org/'],
    ['http://example.org:8080/a', 'example.org:8080/a'],
    ['https://bücher.example.org/ä', 'xn--bcher-kva.example.org/%C3%A4'],
    ['https://www.org/x', 'www.org/x'],
  ])('%s', (text, expected) => {
    expect(canonicalUrl(text)).toBe(expected)
  })

  it.each([
    '',
    'not a url',
    'javascript:alert(1)',
    'mailto:a@example.org',
    'a@example.org',
    'ftp://example.org/x',
    'localhost',
    'x'.repeat(5_000),
  ])('knows that %j is no web address', (text) => {
    expect(canonicalUrl(text)).toBeNull()
  })
})

it('keeps the order and the escapes that carry meaning', () => {
  expect(canonicalUrl('https://example.org/?b=2&a=%26')).toBe('example.org/?b=2&a=%26')
  expect(canonicalUrl('https://example.org/A')).not.toBe(canonicalUrl('https://example.org/a'))
})

it('names a host and its parents, never a bare top-level domain', () => {
  expect(hostsOf('https://a.blog.example.org/x')).toEqual([
    'a.blog.example.org',
    'blog.example.org',
    'example.org',
  ])
  expect(hostsOf('https://203.0.113.9/x')).toEqual(['203.0.113.9'])
  expect(hostsOf('nothing')).toEqual([])
})

it('takes a domain for one only when it is one', () => {
  expect(canonicalDomain('*.WWW.Example.ORG.')).toBe('example.org')
  for (const text of ['org', 'a b.org', 'x@example.org', 'example.org/x', '203.0.113.9', 'example.org:80'])
    expect(canonicalDomain(text)).toBeNull()
})

describe('what stands below an address', () => {
  const caught = (rule: string, address: string) => prefixesOf(address).includes(canonicalPrefix(rule) ?? '-')

  it.each([
    'https://example.org/~ana/',
    'http://www.example.org/~ana',
    'example.org/%7Eana/notes/1.html?print#top',
    'https://EXAMPLE.org:443//~ana//notes',
    'https://example.org/x/../~ana/y',
  ])('is %s, for the rule about /~ana/', (address) => {
    expect(caught('https://example.org/~ana/', address)).toBe(true)
    expect(caught('https://www.example.org/%7Eana/*', address)).toBe(true)
  })

  it.each([
    'https://example.org/~anastasia/',
    'https://example.org/~Ana/',
    'https://example.org/',
    'https://example.org/?u=/~ana/',
    'https://example.org:8443/~ana/',
    'https://blog.example.org/~ana/',
    'https://example.org/mirror/~ana/',
    'https://example.org/~ana%2Fnotes',
    'not an address',
  ])('is not %s', (address) => {
    expect(caught('https://example.org/~ana/', address)).toBe(false)
  })

  it('needs a path, without a question, of a depth that a row can be held against', () => {
    for (const text of [
      'example.org',
      'https://example.org/',
      'https://example.org/*',
      'https://a.example/x?y=1',
    ])
      expect(canonicalPrefix(text), text).toBe(null)
    const deep = (steps: number) => `https://example.org/${'a/'.repeat(steps)}`
    expect(canonicalPrefix(deep(DEEPEST_PATH))).not.toBe(null)
    expect(canonicalPrefix(deep(DEEPEST_PATH + 1))).toBe(null)
    expect(prefixesOf(deep(1000))).toHaveLength(DEEPEST_PATH)
    expect(caught(deep(DEEPEST_PATH), deep(40))).toBe(true)
  })
})

describe('the name of an author', () => {
  it.each([' @Ana ', 'ANA', 'ana'])('is one, however it is written: %j', (name) => {
    expect(canonicalAuthor(name)).toBe('ana')
  })

  it('keeps its letters apart, composed or not', () => {
    expect(canonicalAuthor('Zoe\u0308  Mu\u0308ller')).toBe('zo\u00eb m\u00fcller')
    expect(canonicalAuthor('zoe muller')).not.toBe(canonicalAuthor('zo\u00eb m\u00fcller'))
    for (const nobody of ['', '  ', '@', 'x'.repeat(301)]) expect(canonicalAuthor(nobody)).toBe(null)
  })
})

it('knows an address without what only follows its readers, beside the address as it is', () => {
  expect(canonicalUrls('https://www.example.org/a?id=1&utm_source=x&FBCLID=y&b=2#z')).toEqual([
    'example.org/a?id=1&utm_source=x&FBCLID=y&b=2',
    'example.org/a?id=1&b=2',
  ])
  expect(canonicalUrls('example.org/a?gclid=1')).toEqual(['example.org/a?gclid=1', 'example.org/a'])
  expect(canonicalUrls('example.org/a?utm=1&ref=x')).toEqual(['example.org/a?utm=1&ref=x'])
  expect(canonicalUrls('not an address')).toEqual([])
})

it('knows the host of an address alone', () => {
  expect(hostOf('https://www.Blog.Example.org.:8080/a')).toBe('blog.example.org')
  expect(hostOf('https://bücher.example/')).toBe('xn--bcher-kva.example')
  expect(hostOf('nothing')).toBeNull()
})
