import { describe, expect, it } from 'vitest'
import { normaliseLicence } from '@/lib/datasets/licence'

describe('a licence', () => {
  it.each([
    ['mit', 'MIT'],
    [' cc-by-sa-4.0 ', 'CC-BY-SA-4.0'],
    ['apache-2.0 or mit', 'Apache-2.0 OR MIT'],
    ['(MIT and cc0-1.0)', '(MIT AND CC0-1.0)'],
    ['GPL-2.0-only with Classpath-exception-2.0', 'GPL-2.0-only WITH Classpath-exception-2.0'],
    ['LicenseRef-house-rules', 'LicenseRef-house-rules'],
  ])('that is an SPDX expression gets its spelling: %s', (given, written) => {
    expect(normaliseLicence(given)).toBe(written)
  })

  it.each([
    ['Apache  style,\n no GPL', 'Apache style, no GPL'],
    ['free for research, or mit on request', 'free for research, or mit on request'],
    ['public domain', 'public domain'],
  ])('that is free text stays free text and is not guessed at: %s', (given, written) => {
    expect(normaliseLicence(given)).toBe(written)
  })
})
