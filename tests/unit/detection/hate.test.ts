import profanities from '@dsojevic/profanity-list'
import { describe, expect, it } from 'vitest'
import { compileLexicon } from '@/lib/detection/lexicon'
import { scanItem } from '@/lib/detection/scan'

/** The words come from the package by their tags, so that none stands here. */
const wordsOf = (tag: string, severity: number) =>
  profanities.en
    .filter((entry) => entry.tags.includes(tag) && entry.severity >= severity)
    .map((entry) => (entry.match.split('|')[0] ?? '').replaceAll('*', ''))

const hate = (text: string) => scanItem({ text }).findings.filter(({ category }) => category === 'hate')

describe('the hate lexicon', () => {
  it('flags every racial slur of medium severity or more as a slur of high severity', () => {
    for (const word of wordsOf('racial', 2)) {
      expect(hate(`well, ${word}!`).map(({ type, severity }) => [type, severity >= 3])).toContainEqual([
        'slur',
        true,
      ])
    }
  })

  it('flags plurals, other cases and drawn-out letters', () => {
    const [entry] = profanities.en.filter(
      ({ tags, match }) => tags.includes('racial') && /^\w+\*\w*$/.test(match) && !match.includes('|'),
    )
    const word = entry?.match.replace(/(\w)\*/g, '$1$1$1') ?? ''
    expect(word).not.toBe('')
    for (const text of [word, `${word}s`, word.toUpperCase()]) expect(hate(text)).toHaveLength(1)
  })

  it('gives strong insults a lower severity than slurs', () => {
    for (const word of wordsOf('general', 3)) {
      const [finding] = hate(`you ${word}`)
      expect(finding?.type).toBe('abuse')
      expect(finding?.severity).toBeLessThan(3)
    }
  })

  it('does not flag mild swearing or words that are only sexual', () => {
    const sexual = profanities.en.filter(({ tags }) => tags.length === 1 && tags[0] === 'sexual')
    const mild = profanities.en.filter(({ tags, severity }) => tags.includes('general') && severity < 3)
    for (const entry of [...sexual, ...mild]) {
      const word = (entry.match.split('|')[0] ?? '').replaceAll('*', '')
      if (!/ |-/.test(word)) expect(hate(word).map(({ type }) => type)).toEqual([])
    }
  })

  it('does not flag what people call themselves', () => {
    expect(hate('my enby friend, who is bicon and transbian, planted pansies')).toEqual([])
  })

  it.each([
    'Scunthorpe',
    'raccoons and tycoons',
    'spices in a clean kitchen',
    'despicable',
    'Pakistan',
    'snigger',
    'spicy',
    'thesis',
    'a cocoon',
  ])('does not see words inside words: %s', (text) => {
    expect(hate(text)).toEqual([])
  })
})

describe('a lexicon', () => {
  const lexicon = compileLexicon([
    { match: 'grob*le|grob le', severity: 2, exceptions: ['very *', '* hill'], kind: 'made-up' },
  ])
  const hits = (text: string) => [...lexicon.find(text)].map(({ start, end }) => text.slice(start, end))

  it('finds terms, their inflections and drawn-out letters, as whole words', () => {
    expect(hits('groble grobles GROBBBLE grob-le grob  le')).toEqual([
      'groble',
      'grobles',
      'GROBBBLE',
      'grob-le',
      'grob  le',
    ])
    expect(hits('agroble grobler groblex grobe')).toEqual([])
  })

  it('obeys exceptions around the word', () => {
    expect(hits('a very groble thing on Groble Hill')).toEqual([])
  })
})
