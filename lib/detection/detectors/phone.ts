import { following, preceding, wordBefore } from '../context'
import { defineDetector, type Match } from '../detector'
import { NumberingPlans } from '../numbering-plans'

/**
 * Telephone numbers, in four shapes that differ in how much they need beside them: international (`+`, `00`), North
 * American grouping, national with a trunk zero, and anything number-like next to a word that says telephone.
 * The candidates come from one bounded pattern; numbering plans are checked with libphonenumber.
 */
export const phone = defineDetector({
  id: 'phone',
  version: '1',
  categories: ['pii'],
  gate: { digits: 7 },
  *find(text): Iterable<Match> {
    const plans = new NumberingPlans()
    for (const match of text.matchAll(CANDIDATE)) {
      const [whole, number = '', extension] = match
      const label = preceding(text, match.index, 32)
      if (OTHER_LABEL.test(label)) continue
      const candidate = {
        number,
        digits: number.replace(/\D/g, '').length,
        extended: extension !== undefined,
        said: saysPhone(text, match.index, 0) || LINE.test(following(text, match.index + whole.length, 12)),
        labelled: LABEL.test(label),
      }
      const hit = judge(candidate, plans)
      if (!hit) continue
      const length = hit.length < number.length ? hit.length : whole.length
      yield { type: 'phone', start: match.index, end: match.index + length, score: hit.score }
    }
  },
})

/** Digits in up to eight groups with one separator each, then perhaps an extension. */
const CANDIDATE = new RegExp(
  String.raw`(?=[+(\d])(?<![\p{L}\p{N}_+%#$€£~@-]|\p{N}[.,:/] ?)` +
    String.raw`((?:\+|00(?=[1-9]))?(?:\d{1,4}[ .-]?)?(?:\(\d{1,5}\)[ .-]?)?\d{2,14}(?:(?: [-–/] |[ .\-–/\u00a0])\(?\d{1,8}\)?){0,7})` +
    String.raw`( ?(?:[xX]|[eE]xt\.? ?|extension )\d{1,6})?(?![\p{L}\p{N}_]|[.,:/-]\d)`,
  'gu',
)

type Candidate = { number: string; digits: number; extended: boolean; said: boolean; labelled: boolean }

function judge(candidate: Candidate, plans: NumberingPlans): { length: number; score: number } | null {
  const { number, digits, extended, said, labelled } = candidate
  if (digits < 7 || isDate(number)) return null
  if (/^(?:\+|00)/.test(number)) return international(number, plans)
  if (digits > 15) return null
  const { length } = number
  if (NORTH_AMERICAN.test(number)) return { length, score: said ? 0.95 : 0.85 }
  if (said || extended || PARENTHESISED.test(number)) return { length, score: 0.8 }
  const national = !labelled && TRUNK_ZERO.test(number) && digits >= 9 && digits <= 12
  return national && plans.isNational(number) ? { length, score: 0.7 } : null
}

/** A `+` is almost a word for telephone: a possible length is enough. What follows the number is cut off at separators. */
function international(number: string, plans: NumberingPlans): { length: number; score: number } | null {
  let length = number.length
  while (length >= 8) {
    const verdict = plans.international(number.slice(0, length))
    if (verdict !== 'impossible') return { length, score: verdict === 'valid' ? 0.97 : 0.8 }
    length = number.slice(0, length).search(/[ .\-–/\u00a0][^ .\-–/\u00a0]*$/)
  }
  return null
}

/** Numbering plan area, exchange and line: neither of the first two begins with 0 or 1 (NANPA). */
const NORTH_AMERICAN = /^(?:1[ .-]?)?(?:\([2-9]\d\d\)[ .-]?|[2-9]\d\d[ .-])[2-9]\d\d[ .-]\d{4}$/

const PARENTHESISED = /^(?:\d{1,3} ?)?\(0?\d{2,4}\)[ .-]?\d{3,4}[ .-]?\d{3,4}$/

const TRUNK_ZERO = /^\(?0[1-9]\d{0,4}\)?(?:[ .\-/]\d{2,8}){1,5}$/

const saysPhone = wordBefore(
  'tel(?:e?(?:ph|f)on[a-z]{0,2}|[eé]fonos?|f)?|t[eé]l[eé](?:phone|fono)s?|tf?no|tlf|phones?|ph|fax|gsm|sms|whatsapp|hotline',
  'mobile?|m[oó]vil|cell(?:ular)?|celular|handy|cellulare|portable',
  'call(?:ing|ed)?|dial|text me|reach|contacto?|answering at|messages? to|desk',
)

/** `655 437 108 office`, `(mobile)`: which line a number is. */
const LINE = /^[ (,\\-]{1,4}(?:office|mobile|cell|home|work|fax|desk)\b/i

/** A label directly before, whatever it says: `NASS: 07 …`. It is not a telephone's unless a word above was found. */
const LABEL = /\p{L}[.:#=]{1,2} {0,2}$/u

/** A label that says what else the number is: `No. 12 …`, `Ref: …`, `SSN …`. */
const OTHER_LABEL =
  /(?:(?<!\p{L})n[º°o]\.? ?\p{L}{0,12}|(?<!\p{L})(?:id|ref|reference|isbn|issn|doi|ssn|order|invoice|account|acct|case|docket|ticket|serial|model|version|pin|zip|code))[.:#= ]{1,3}$/iu

/** `2024-05-17 10.30`, `17/05/2024`, `1990-2005`: years, days and clock times in the groups of a number. */
const DATE = new RegExp(
  [
    String.raw`(?:19|20)\d\d[ .\-–/](?:0?[1-9]|1[0-2])[ .\-–/]\d`,
    String.raw`\d{1,2}[ .\-/]\d{1,2}[ .\-/](?:19|20)\d\d(?!\d)`,
    String.raw`(?:1[5-9]|20)\d\d ?[-–/] ?(?:1[5-9]|20)\d\d$`,
  ]
    .map((form) => `^${form}`)
    .join('|'),
)

function isDate(number: string): boolean {
  return DATE.test(number)
}
