import { describe, expect, it } from 'vitest'
import { canonicalDomain, canonicalUrl, hostsOf } from '@/lib/suppression/canonical-url'

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
