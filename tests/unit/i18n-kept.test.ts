import { describe, expect, it } from 'vitest'
import { keeping, retold } from '@/lib/i18n/kept'
import { reader } from '@/lib/i18n/reader.mjs'
import { say, sayWhen } from '@/lib/i18n/say'

const inGerman = (stored: string) => reader.run({ 'accept-language': 'de' }, () => retold(stored))
const kept = (make: () => string) => keeping((keep) => keep(make()))

describe('a sentence that is kept', () => {
  it('is told again in the language of whoever reads it, with its values', () => {
    const stored = kept(() => say('importing.fetch.answered', { host: 'example.org', status: '503' }))
    expect(retold(stored)).toBe('example.org answered 503.')
    expect(inGerman(stored)).toBe('example.org antwortete mit 503.')
  })

  it('takes along what was said within it, and when', () => {
    const file = kept(() =>
      say('importing.inFile', { file: 'a.gz', what: say('importing.file.empty', { name: 'b' }) }),
    )
    expect(retold(file)).toBe('a.gz: b is empty.')
    expect(inGerman(file)).toBe('a.gz: b ist leer.')
    const decided = kept(() => {
      const at = sayWhen(new Date('2026-11-21T14:05:09Z'))
      return say('review.status.decidedBy', { by: 'calm-heron', at, action: 'redact' })
    })
    expect(inGerman(decided)).toBe(
      'Diesen Fall hat calm-heron bereits entschieden (21. November 2026, 14:05:09 UTC): schwärzen.',
    )
  })

  it('is what was said in this piece of work, also after waiting, and of no other', async () => {
    const [one, other] = await Promise.all(
      ['one', 'other'].map((name) =>
        keeping(async (keep) => {
          const words = say('importing.file.empty', { name })
          await new Promise((resolve) => setTimeout(resolve, 5))
          return [keep(words), keep('one is empty.')]
        }),
      ),
    )
    expect(one?.map(inGerman)).toEqual(['one ist leer.', 'one ist leer.'])
    expect(other?.map(inGerman)).toEqual(['other ist leer.', 'one is empty.'])
  })

  it('stays readable where there is no such message any more, or it needs something else', () => {
    const of = (say: string) => JSON.stringify({ say, values: {}, words: 'As it was said.' })
    for (const key of ['importing.gone', 'importing', 'importing.fetch.answered', '__proto__'])
      expect(inGerman(of(key))).toBe('As it was said.')
  })

  it('was kept as a sentence before, and is shown as that, whatever it looks like', () => {
    for (const old of [
      'The gzip stream is damaged.',
      '',
      '{"say":',
      '{"say":"importing.busy"}',
      '{"say":1}.csv is empty.',
    ])
      expect(inGerman(old)).toBe(old)
  })
})
