import { describe, expect, test } from 'vitest'
import { safeBack } from '@/lib/auth/cookie'
import { clientAddress } from '@/lib/http/client-address'
import { formObject, typedValues } from '@/lib/http/form-object'

const headers = (values: Record<string, string>) => ({ get: (name: string) => values[name] ?? null })

describe('the address of a caller', () => {
  test('is the socket’s when no proxy is trusted, whatever the caller claims', () => {
    expect(clientAddress(headers({ 'x-forwarded-for': '1.1.1.1', 'x-winnow-peer': '198.51.100.7' }))).toBe(
      '198.51.100.7',
    )
  })

  test('is what the last trusted proxy appended', () => {
    const claimed = headers({ 'x-forwarded-for': '6.6.6.6, 198.51.100.7', 'x-winnow-peer': '10.0.0.1' })
    expect(clientAddress(claimed, '1')).toBe('198.51.100.7')
  })

  test('is one /64 for all addresses of an IPv6 subscriber', () => {
    const of = (address: string) => clientAddress(headers({ 'x-winnow-peer': address }))
    expect(of('2001:db8:1:2:3:4:5:6')).toBe(of('2001:db8:1:2::99'))
    expect(of('2001:db8:1:2::99')).not.toBe(of('2001:db8:1:3::99'))
    expect(of('::ffff:198.51.100.7')).toBe('198.51.100.7')
  })
})

describe('a caller who wants to be many', () => {
  const behind = (claimed: string, proxies = '1') =>
    clientAddress(headers({ 'x-forwarded-for': claimed, 'x-winnow-peer': '10.0.0.1' }), proxies)

  test.each([
    ['one more address in front each time', (n: number) => `203.0.113.${n}, 198.51.100.7`],
    ['a list as long as the head allows', (n: number) => `${`203.0.113.${n}, `.repeat(500)}198.51.100.7`],
    ['words in front', (n: number) => `unknown-${n}, "for=me", 198.51.100.7`],
    ['another port for each connection', (n: number) => `6.6.6.6, 198.51.100.7:${4000 + n}`],
    ['IPv4 written as IPv6', (n: number) => `6.6.6.${n}, ::ffff:198.51.100.7`],
  ])('stays one: %s', (_what, claimed) => {
    expect(new Set(Array.from({ length: 50 }, (_, n) => behind(claimed(n))))).toEqual(
      new Set(['198.51.100.7']),
    )
  })

  test('stays one with all the addresses of a subscriber, however they are written', () => {
    const written = [
      '2001:db8:1:2::1',
      '2001:DB8:0001:2::ffff',
      '[2001:db8:1:2:3:4:5:6]:443',
      '2001:db8:1:2::1%eth0',
    ]
    expect(new Set(written.map((address) => behind(address)))).toEqual(new Set(['2001:db8:1:2::/64']))
  })

  test('stays one when what a proxy says is no address, and is the proxy when it says nothing', () => {
    const nonsense = ['garbage-1', 'garbage-2', '999.1.1.1', '<script>', '_hidden'].map((claimed) =>
      behind(claimed),
    )
    expect(new Set(nonsense)).toEqual(new Set(['unknown']))
    expect(behind('')).toBe('10.0.0.1')
    expect(behind('198.51.100.7', '2'), 'fewer proxies than there should be').toBe('10.0.0.1')
  })
})

describe('the way back after signing in', () => {
  test.each([
    ['/triage?status=open', '/triage?status=open'],
    ['https://evil.example/', '/home'],
    ['//evil.example/x', '/home'],
    ['/\\evil.example', '/home'],
    ['javascript:alert(1)', '/home'],
    [undefined, '/home'],
  ])('%s leads to %s', (back, expected) => {
    expect(safeBack(back, '/home')).toBe(expected)
  })
})

describe('a form', () => {
  test('keeps what was typed, but never a password', () => {
    const form = new FormData()
    form.set('email', 'a@example.org')
    form.set('password', 'secret words here')
    expect(typedValues(form)).toEqual({ email: 'a@example.org' })
  })

  test('makes lists only of names that say so', () => {
    const form = new FormData()
    form.append('ids[]', '1')
    form.append('ids[]', '2')
    form.append('name', 'first')
    form.append('name', 'last')
    expect(formObject(form)).toEqual({ ids: ['1', '2'], name: 'last' })
  })
})
