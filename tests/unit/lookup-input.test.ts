import { describe, expect, it } from 'vitest'
import type { z } from 'zod'
import { LEAST_WORDS, lookupInput, proveInput, rowInput } from '@/lib/lookup/input'
import { inGerman } from '@/tests/support/in-german'

const refusals = (input: z.ZodType, given: unknown) =>
  input.safeParse(given).error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`)

describe('what is looked for', () => {
  it.each([
    ['url', 'Jana Jahn', 'Write the whole address of one page.'],
    ['url', 'https://example.org/*', 'Write the whole address of one page.'],
    ['id', 'Jana Jahn', 'An id has no spaces and at least one digit.'],
    ['digest', 'abc', 'A digest has 64 hexadecimal digits.'],
    ['text', 'Jana Jahn'.repeat(LEAST_WORDS - 2), 'Copy the whole text of the entry'],
  ])('is refused as %s where it is %j, with a reason', (what, value, reason) => {
    expect(refusals(lookupInput, { what, value })).toEqual([expect.stringMatching(`^value: ${reason}`)])
  })

  it.each([
    ['email', 'jana', 'Write an e-mail address.'],
    ['domain', 'jana', 'Write a domain, like example.org.'],
    ['prefix', 'jana', 'Write a web address with a path'],
    ['page', 'jana', 'Write the whole address of your page'],
    ['page', 'https://127.0.0.1/u/ana', 'Write the whole address of your page'],
  ])('is refused as the %s of somebody where it is %j, with a reason', (kind, value, reason) => {
    expect(refusals(proveInput, { kind, value, mailbox: 'postmaster' })).toEqual([
      expect.stringMatching(`^value: ${reason}`),
    ])
  })

  it('is refused as a row of ours where it leads elsewhere, in the language of whoever asks', () => {
    const link = 'https://elsewhere.invalid/'
    expect(refusals(rowInput, { link })).toEqual(['link: Write what to look for.'])
    expect(inGerman(() => refusals(rowInput, { link }))).toEqual([
      'link: Schreiben Sie, wonach gesucht werden soll.',
    ])
  })
})
