import { describe, expect, it } from 'vitest'
import { namesTag, parseRange } from '@/lib/http/byte-range'

describe('a range of 1000 bytes', () => {
  it.each([
    ['bytes=0-0', { start: 0, end: 0 }],
    ['bytes=0-499', { start: 0, end: 499 }],
    ['bytes=500-', { start: 500, end: 999 }],
    ['bytes=-500', { start: 500, end: 999 }],
    ['bytes=-5000', { start: 0, end: 999 }],
    ['bytes=999-5000', { start: 999, end: 999 }],
    ['bytes=1000-', 'unsatisfiable'],
    ['bytes=-0', 'unsatisfiable'],
    // What a server does not know, or need not split, it answers with the whole.
    [null, null],
    ['', null],
    ['bytes=-', null],
    ['bytes=5-4', null],
    ['bytes=0-1,5-6', null],
    ['lines=0-1', null],
    ['bytes=a-b', null],
    ['bytes=0-99999999999999999999', null],
  ])('%s is %o', (header, range) => expect(parseRange(header, 1000)).toEqual(range))

  it('of an empty file cannot be satisfied', () => expect(parseRange('bytes=0-', 0)).toBe('unsatisfiable'))
})

it('a tag is found in a list, weak or strong, and * names any', () => {
  expect(namesTag('"a", W/"b"', '"b"')).toBe(true)
  expect(namesTag('*', '"b"')).toBe(true)
  expect(namesTag('"a"', '"b"')).toBe(false)
  expect(namesTag(null, '"b"')).toBe(false)
})
