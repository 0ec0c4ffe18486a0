export const HEBREW = 'דָּנָה כֹּהֵן'
export const FAMILY = '👩‍👩‍👧‍👦'

/** Right to left and left to right in one line, vowel signs, a family of seven code points, an accent of its own. */
export const MIXED = `Ask ${HEBREW} in room 4, or write to dana@example.org.
כתבו אל דנה, בטלפון 202-555-0143, עד יום ו׳.
اكتبوا إلى عليّ قبل الجمعة، غرفة ٤.
The ${FAMILY} family meets at Cafe\u0301 Ole\u0301.`

const MEGABYTE = 1_000_000
const sentence = (n: number) =>
  n % 4 === 0
    ? `Letter ${n}: write to dana@example.org before the tide turns.`
    : `Letter ${n}: the ferry was late, and ${n + 11} gulls 🐦 sat on the railing in the rain.`

/** A megabyte in paragraphs, with some thousand addresses. The last words are nowhere else. */
export const PARAGRAPHS = upTo(
  MEGABYTE,
  (n) => `${sentence(n)}${n % 5 === 4 ? '\n\n' : '\n'}`,
  'The lantern went out.',
)

/** A megabyte without a single line break. */
export const LINE = upTo(MEGABYTE, (n) => `${sentence(n)} `, 'The lantern went out.')

function upTo(length: number, part: (n: number) => string, last: string): string {
  const parts: string[] = []
  for (let n = 0, size = 0; size < length; n++) {
    const next = part(n)
    parts.push(next)
    size += next.length
  }
  return parts.join('') + last
}
