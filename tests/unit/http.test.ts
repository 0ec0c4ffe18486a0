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
