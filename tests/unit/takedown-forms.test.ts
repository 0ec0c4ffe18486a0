import { createHash } from 'node:crypto'
import { expect, it } from 'vitest'
import { type Locale, LOCALES } from '@/lib/i18n/locales'
import { askedIn, CURRENT_FORM, formIn, formText } from '@/lib/takedowns/form-version'
import { KINDS, questionsOf, regimeOf } from '@/lib/takedowns/kinds'

const locales = Object.keys(LOCALES) as Locale[]

/**
 * The SHA-256 of the questions of each version, with their hints and choices, in each language. A form that has to change becomes
 * another version, which gets a line of its own in place of the line of the old one: the words of old ones are kept with their answers.
 */
const ASKED: Record<string, string> = {
  'de copyright-1': '24c14b99343fab731fdb107c921eda26422b38274207a98b75afe53658772160',
  'de counter_notice-1': '7d4deb60159cef4032550ae96c95dffafbfc05950663e07cc88f9145d1ceacbb',
  'de court_order-1': '6a0f686f73a52b50a9116afdffc55c45dd395cfa4f01c14c706e3fd7a56461fd',
  'de illegal_content-1': 'db98ffb4676a2b799d813705545108590ea641eeded8e9b6c9ebc55fc560d953',
  'de licence-1': 'ad192448f1ea286d6caf6018849cd86fae9646220a686fdaf3328b7d5665c186',
  'de opt_out-2': '87c6f3e0a3b3fa0ac382be979f08b802f19666f175bf95aa01dd930362b6424f',
  'de other-1': 'b684f0ca8312d9bc4d77f3098141bb9b6a5e021aed0c7ed8bf809f0621000a8b',
  'de privacy-1': 'b73e94ea553cc39991f2f46dbddd661b028676c2aacbe19925dcd26c27e4cd5c',
  'de publicity-1': '7a1e4b9c54a6100d5d5be4586271b563bfe60549a7cca73e14289700c65a472d',
  'de retraction-1': '5ddcb0b3763d22ea2d4f8f95305dc92703a714e875d4b4ae851c9344bfda4f22',
  'en-GB copyright-1': '52c0a873171150a4d7675f0458516fdc5ef3c38e61af2f3395b67f4b86a603a9',
  'en-GB counter_notice-1': '00af4e7a01b90234641af8705d6f331eb81e39d1da286cbfab2ab159343e85ca',
  'en-GB court_order-1': '93046281a7f9e7dc0ed649541b0776f2a04747267d9957c97f160e5ed6071c80',
  'en-GB illegal_content-1': '2c3558e11dba4b72e21043799ded59a1a56e0979794a31f6004a73cc88e8962b',
  'en-GB licence-1': '11f92c6d15ae3d61a1b13fa6af889de0874d098f1cfd63e79930dfefaa2b20ef',
  'en-GB opt_out-2': '7eae19e6345b385664ab0030e6877e275d5f6d62318f421829343b4338ffa69c',
  'en-GB other-1': '5d6f69dbebcad45003b0323ea129d9e1cbd93541a40de81a3996fe79bcb02aaf',
  'en-GB privacy-1': '1e981a3cb5eb009c3a2eed6ea7a2479ed05c98dcc56ad96dd8524a133e6e5df3',
  'en-GB publicity-1': '1602dfda32c246d412b38a8d268c316da3a54f1d1773990c0cd8a6e9d6d484c4',
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

it('names the language beside the version', () => {
  expect(formIn('en-GB', 'licence')).toBe('licence-1')
  expect(formIn('de', 'licence')).toBe('licence-1.de')
})

it('gives a privacy request the strictest law when it names none', () => {
  expect(regimeOf({ regime: 'ccpa' })).toBe('ccpa')
  expect(regimeOf({ regime: 'uk' })).toBe('uk')
  for (const regime of ['', undefined, 'mars', ['uk']]) expect(regimeOf({ regime })).toBe('gdpr')
})
