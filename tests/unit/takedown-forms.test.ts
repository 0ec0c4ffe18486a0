import { createHash } from 'node:crypto'
import { expect, it } from 'vitest'
import { CATALOGUES } from '@/lib/i18n/catalogues'
import { type Locale, LOCALES } from '@/lib/i18n/locales'
import { answeredIn, askedIn, askedOf, CURRENT_FORM, formIn, formText } from '@/lib/takedowns/form-version'
import { KINDS, questionsOf, regimeOf } from '@/lib/takedowns/kinds'

const locales = Object.keys(LOCALES) as Locale[]

/**
 * The SHA-256 of the questions of each version, with their hints and choices, in each language. A form that has to change becomes
 * another version, which gets a line of its own in place of the line of the old one: the words of old ones are kept with their answers.
 */
const ASKED: Record<string, string> = {
  'de complaint-2': 'c2bbe38ee310a87cadcf3cb18aa77a58ad0a5effb67b1c5fc50900dac2581570',
  'de copyright-2': '6117b2971e8f38d2407dcde6ae62094dd63586d21bd03c2e342a5363d2ed6345',
  'de counter_notice-2': '1deb9ae7d3f5f3dceba201b270cd315558668be8219db176b44af4addb574544',
  'de court_order-2': '40544d01fd271a7c227d879106338a38ae57d21213155c4595cee9dbeff19c9f',
  'de illegal_content-1': 'db98ffb4676a2b799d813705545108590ea641eeded8e9b6c9ebc55fc560d953',
  'de licence-2': 'f855d57d4566c0ca704da9e07f9a839adc651679e993306df02d743a3613b02f',
  'de opt_out-2': '87c6f3e0a3b3fa0ac382be979f08b802f19666f175bf95aa01dd930362b6424f',
  'de other-1': 'b684f0ca8312d9bc4d77f3098141bb9b6a5e021aed0c7ed8bf809f0621000a8b',
  'de privacy-3': '140cc5dfdf45bbdadc4c61d432b3240c16dfd0b30572a65ca56f836267677edf',
  'de publicity-2': '1a5543e3b9e118d60e0510e8eca9fa5880b701f8735c020e93e3febe3ff80c32',
  'de retraction-1': '5ddcb0b3763d22ea2d4f8f95305dc92703a714e875d4b4ae851c9344bfda4f22',
  'en-GB complaint-2': '9c66cf22d6fe18ad69734ef2109f771c235d8a1b749578a632329629cf1690f3',
  'en-GB copyright-2': '0be5351a4f0dcce97a39a770a4520b32a746d360f72fd83d0845e036a22bcc47',
  'en-GB counter_notice-2': '2deb8958e76f28cf81b307fefc9bd8b69cf559b056ccb51cf641eb54a12a9f96',
  'en-GB court_order-2': 'bc82cc5a30e8b041cc91bb67155f072fab7558c5a128fa64460ff7b625b1bc09',
  'en-GB illegal_content-1': '2c3558e11dba4b72e21043799ded59a1a56e0979794a31f6004a73cc88e8962b',
  'en-GB licence-2': '141fedfc5f9e24f0da931853342c3647b4077d2a7a8d69f52fb343b03f886f32',
  'en-GB opt_out-2': '7eae19e6345b385664ab0030e6877e275d5f6d62318f421829343b4338ffa69c',
  'en-GB other-1': '5d6f69dbebcad45003b0323ea129d9e1cbd93541a40de81a3996fe79bcb02aaf',
  'en-GB privacy-3': 'cf5051f12ea32aab2708fa54dbba3765c003435260d38aaf50b18a08f5f13c82',
  'en-GB publicity-2': '477b1e81ead9c5777a504d8a1036addf989dec43ee6fe3b35109f51cc0e30cb6',
  'en-GB retraction-1': 'a1f97f31d337a74ef69b34a835fdbdd98636b2c4c147566824fa350733ffa4f9',
}

it('changes no question without a new version of its form', () => {
  const texts = locales.flatMap((locale) =>
    KINDS.map((kind) => [
      `${locale} ${CURRENT_FORM[kind]}`,
      createHash('sha256').update(formText(locale, kind)).digest('hex'),
    ]),
  )
  expect(Object.fromEntries(texts)).toEqual(ASKED)
})

it('keeps every question in the words in which it was read', () => {
  expect(askedIn('de', 'court_order').ordered).toBe('Was ist angeordnet?')
  for (const locale of locales)
    for (const kind of KINDS)
      expect(Object.keys(askedIn(locale, kind))).toEqual(questionsOf(kind).map(({ name }) => name))
})

it('reads what was chosen in the words of its option, and what was written as it is', () => {
  expect(answeredIn('de', 'privacy', 'right', 'access')).toBe(
    CATALOGUES.de.takedowns.forms.privacy.right.access,
  )
  const { rectification, erasure } = CATALOGUES['en-GB'].takedowns.forms.privacy.right
  expect(answeredIn('en-GB', 'privacy', 'right', 'rectification,erasure')).toBe(
    `${erasure}\n${rectification}`,
  )
  expect(answeredIn('de', 'privacy', 'statement', 'access')).toBe('access')
  for (const locale of locales)
    for (const kind of KINDS)
      for (const { name, label, options = [] } of questionsOf(kind)) {
        expect([name, label]).not.toContain(askedOf(locale, kind, name))
        for (const { value } of options)
          expect([value, ''], `${locale} ${kind}.${name}`).not.toContain(
            answeredIn(locale, kind, name, value),
          )
      }
})

it('names the language beside the version', () => {
  expect(formIn('en-GB', 'licence')).toBe('licence-2')
  expect(formIn('de', 'licence')).toBe('licence-2.de')
})

it('gives a privacy request the strictest law when it names none', () => {
  expect(regimeOf({ regime: 'ccpa' })).toBe('ccpa')
  expect(regimeOf({ regime: 'uk' })).toBe('uk')
  for (const regime of ['', undefined, 'mars', ['uk']]) expect(regimeOf({ regime })).toBe('gdpr')
  expect(regimeOf({ right: 'restriction' })).toBe('gdpr')
  expect(regimeOf({ right: 'opt_out_of_sale' }), 'the one law that has it').toBe('ccpa')
  expect(regimeOf({ right: 'opt_out_of_sale', regime: 'other' })).toBe('other')
})
