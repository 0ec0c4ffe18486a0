import { eld } from 'eld/extrasmall'
import { describe, expect, it } from 'vitest'
import { detectLanguage, languageOf } from '@/lib/detection/language'
import { languagesInput } from '@/lib/review/input'
import { KNOWN_LANGUAGES, languageName, normaliseLanguage } from '@/lib/text/language'

const TEXTS = {
  en: 'The ferry leaves at nine, so bring the rope and meet us on the pier.',
  fr: 'Le bateau part à neuf heures, apportez la corde et retrouvez-nous sur la jetée.',
  es: 'El barco sale a las nueve, traed la cuerda y nos vemos en el muelle.',
  de: 'Das Schiff fährt um neun, bring das Seil mit und triff uns am Steg.',
  ru: 'Паром отходит в девять, возьмите верёвку и приходите на причал.',
  ar: 'تغادر العبّارة في التاسعة، أحضروا الحبل وانتظرونا على الرصيف.',
  he: 'המעבורת יוצאת בתשע, תביאו את החבל ותפגשו אותנו על הרציף.',
  ja: '船は九時に出ますから、ロープを持って桟橋に来てください。',
  zh: '渡轮九点开，请带上绳子到码头来找我们。',
}

describe('the language of an item', () => {
  it.each(Object.entries(TEXTS))('is told from its text: %s', (code, text) => {
    expect(detectLanguage([text])).toBe(code)
  })

  it.each([
    'Thanks!',
    '',
    '12 345',
    'https://example.org/le/bateau/part/a/neuf/heures',
    'heron@example.org @kelp #tide',
  ])('is not guessed from “%s”', (text) => {
    expect(detectLanguage([text])).toBe('und')
  })

  it('is what its row says, however that is written, else what its text says', () => {
    for (const said of ['fr', 'FRA', 'fr-CA', 'fr_CA', 'French', '__label__fr'])
      expect(languageOf(said, [TEXTS.en])).toBe('fr')
    for (const said of [null, '', 'und', 'unknown', '-', 'x', '../../etc', 'e'.repeat(5_000)])
      expect(languageOf(said, [TEXTS.en])).toBe('en')
  })

  it('is told of a megabyte by its beginning', () => {
    expect(detectLanguage([`${TEXTS.en} ${'kelp '.repeat(200_000)}`, 'a'.repeat(1_000_000)])).toBe('en')
  })
})

describe('languages in a form', () => {
  it('are written by name or code, and every name is read back', () => {
    const parse = (text: string) => languagesInput.safeParse(text)
    expect(parse('English, fr; not told').data).toEqual(['en', 'fr', 'und'])
    expect(parse(' , ').data).toBeNull()
    expect(parse('Elvish').error?.issues[0]?.message).toMatch(/“Elvish” is not a language/)
    expect(parse('Englisch, französisch; nicht erkannt').data).toEqual(['en', 'fr', 'und'])
    for (const locale of ['en-GB', 'de'] as const)
      for (const code of KNOWN_LANGUAGES) expect(normaliseLanguage(languageName(code, locale))).toBe(code)
  })

  it('are those that detection tells apart', () => {
    expect([...KNOWN_LANGUAGES]).toEqual(Object.values(eld.info().Languages))
  })
})
