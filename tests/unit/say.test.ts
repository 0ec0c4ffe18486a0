import { describe, expect, it } from 'vitest'
import { reader } from '@/lib/i18n/reader.mjs'
import { english, localeOfReader, say } from '@/lib/i18n/say'

const asking = <T>(headers: { cookie?: string; 'accept-language'?: string }, act: () => T): T =>
  reader.run(headers, act)
const german = { cookie: 'theme=dark; winnow-locale=de; other=1' }

describe('what the library says', () => {
  it('is in the language of the request that is being answered', () => {
    expect(asking(german, () => say('labels.category.hate'))).toBe('Hass und Beleidigung')
    expect(asking({ cookie: 'winnow-locale=en-GB' }, () => say('labels.category.hate'))).toBe(
      'Hate and abuse',
    )
  })

  it('is English where nobody asks: in the worker and on the command line', () => {
    expect(localeOfReader()).toBe('en-GB')
    expect(say('labels.category.hate')).toBe('Hate and abuse')
  })

  it('is English for a cookie that names no language', () => {
    expect(asking({ cookie: 'winnow-locale=../../de' }, localeOfReader)).toBe('en-GB')
    expect(asking({ cookie: 'winnow-locale' }, localeOfReader)).toBe('en-GB')
  })

  it('does not leak from one request into another that runs at the same time', async () => {
    const pause = () => new Promise((done) => setTimeout(done, 1))
    const answer = async (headers: { cookie?: string }) =>
      asking(headers, async () => {
        const said: string[] = []
        for (let turn = 0; turn < 20; turn++) {
          await pause()
          said.push(say('labels.severity.1'))
        }
        return new Set(said)
      })
    const answers = await Promise.all([answer(german), answer({}), answer(german)])
    expect(answers).toEqual([new Set(['Niedrig']), new Set(['Low']), new Set(['Niedrig'])])
  })

  it('groups numbers as everywhere else, and counts as the language does', () => {
    expect(say('labels.count.rows', { n: 24_783 })).toBe('24\u202f783 rows')
    expect(asking(german, () => say('labels.count.rows', { n: 1 }))).toBe('1 Zeile')
    expect(asking(german, () => say('labels.count.rows', { n: 24_783 }))).toBe('24\u202f783 Zeilen')
  })

  it('stays English in letters, whoever has them sent', () => {
    expect(asking(german, () => english('labels.action.remove.past'))).toBe('removed')
  })
})
