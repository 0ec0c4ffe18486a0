import { defineDetector, type Match } from '../detector'
import { wordNear } from '../context'

/**
 * Payment card numbers (ISO/IEC 7812): an issuer's prefix and length, a plausible grouping and a Luhn check digit.
 * A number with the check digit but no known issuer needs a word beside it that says card.
 */
export const creditCard = defineDetector({
  id: 'credit-card',
  version: '1',
  categories: ['pii'],
  gate: { digits: 12 },
  *find(text, field): Iterable<Match> {
    const column = saysCard(`${field} `.replaceAll('_', ' '), field.length + 1, field.length + 1)
    for (const match of text.matchAll(CANDIDATE)) {
      const digits = match[0].replace(/\D/g, '')
      if (!passesLuhn(digits) || /^(\d)\1*$/.test(digits)) continue
      const start = match.index
      const end = start + match[0].length
      const said = column || saysCard(text, start, end)
      const issued = ISSUERS.some(
        ({ prefix, lengths }) => lengths.includes(digits.length) && prefix.test(digits),
      )
      if (!said && !(issued && digits.length >= 13)) continue
      yield {
        type: 'credit-card',
        start,
        end,
        score: said && issued ? 0.99 : issued ? 0.9 : 0.7,
        severity: 3,
      }
    }
  },
})

/** 12 to 19 digits in one block, or in the groups cards are printed in, with one kind of separator. */
const CANDIDATE =
  /(?<![\w.,+#-]|\d[ :/])(?:\d{12,19}|\d{4}([ -])\d{4}\1\d{4}\1\d{1,4}(?:\1\d{3})?|\d{4}([ -])\d{6}\2\d{4,5})(?![\w#-]|[.,:/ ]\d)/g

const saysCard = wordNear(
  '(?:credit|debit|bank|payment|master|gift)?[ -]?cards?(?:[ -]?(?:no|number|num))?',
  'cc',
  'ccn',
  'pan',
  'visa',
  'amex',
  'american express',
  'maestro',
  'discover',
  'jcb',
  'diners',
  'tarjeta',
  'carte',
  'kreditkarte',
  'carta',
  'cart[aã]o',
)

/** Issuer identification ranges as the networks publish them. Maestro (12 to 19 digits) is only worth it with a word. */
const ISSUERS = [
  { name: 'Visa', prefix: /^4/, lengths: [13, 16, 19] },
  { name: 'Mastercard', prefix: /^(?:5[1-5]|222[1-9]|22[3-9]|2[3-6]|27[01]|2720)/, lengths: [16] },
  { name: 'American Express', prefix: /^3[47]/, lengths: [15] },
  { name: 'Diners Club', prefix: /^(?:30[0-5]|309|36|3[89])/, lengths: [14, 16, 19] },
  { name: 'Discover', prefix: /^(?:6011|64[4-9]|65)/, lengths: [16, 19] },
  { name: 'JCB', prefix: /^35(?:2[89]|[3-8])/, lengths: [16, 19] },
  { name: 'JCB, older', prefix: /^(?:2131|1800)/, lengths: [15] },
  { name: 'UnionPay', prefix: /^62/, lengths: [16, 17, 18, 19] },
  { name: 'Maestro', prefix: /^(?:5018|5020|5038|5893|6304|6759|676[1-3])/, lengths: [13, 16, 18, 19] },
  { name: 'Mir', prefix: /^220[0-4]/, lengths: [16, 17, 18, 19] },
]

function passesLuhn(digits: string): boolean {
  let sum = 0
  for (let i = 0; i < digits.length; i++) {
    const digit = digits.charCodeAt(digits.length - 1 - i) - 48
    sum += i % 2 === 0 ? digit : digit * 2 - (digit > 4 ? 9 : 0)
  }
  return sum % 10 === 0
}
