/** Stands for a unit that says nothing: it is left out when an address is put together. */
export const NOTHING = '\u200b'

const HOST = 'github|gitlab|bitbucket|codeberg|huggingface'
const DOMAIN = `(?:${HOST})\\.${NOTHING}{0,12}(?:com|org|co)\\b`

type Rewriting = { pattern: RegExp; as: string | ((matched: string) => string) }

/** Ways to write an address so that nobody opens it by mistake, or that programs and word processors made of it. In this order. */
const REWRITINGS: readonly Rewriting[] = [
  // What HTML and quoted-printable write for a sign; a mail that was pasted as its source still has them.
  {
    pattern: /&(?:amp|lt|gt|quot|apos|#39|#47|#x2f|nbsp);/gi,
    as: (name) => ENTITIES[name.toLowerCase()] ?? ' ',
  },
  // A sign that Markdown has escaped.
  { pattern: /\\(?=[_*~#.-])/g, as: '' },
  { pattern: /\bhxxp(?=s?[[\]:/ ])/gi, as: 'http' },
  { pattern: /(?<=\bhttps?)(?:\[:\]|\(:\)|: (?=\/\/))/gi, as: ':' },
  { pattern: /(?<=\bhttps?:\/\/) (?=[\w-]{1,60}\.\w)/gi, as: '' },
  { pattern: /(?<=[\w-]) ?[[({] ?(?:\.|dot|punkt) ?[\])}] ?(?=\w)/gi, as: '.' },
  {
    pattern: new RegExp(
      `(?<=\\b(?:${HOST}))(?: (?:dot|punkt) | ?\\. ?)(?=(?:com|org|co)(?:/| slash ))`,
      'gi',
    ),
    as: '.',
  },
  { pattern: new RegExp(`(?<=\\bwww\\.) (?=(?:${HOST})\\.)`, 'gi'), as: '' },
  {
    pattern: new RegExp(`\\b${DOMAIN}(?: (?:slash|schrägstrich) [\\w.-]{1,100}){1,6}`, 'gi'),
    as: (said) => said.replaceAll(/ (?:slash|schrägstrich) /gi, (word) => filled('/', word.length)),
  },
]

const ENTITIES: Partial<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&apos;': "'",
  '&#39;': "'",
  '&#47;': '/',
  '&#x2f;': '/',
}

/** The text with its addresses written as usual. Every UTF-16 unit stays where it was, so that a place in it is a place in the text. */
export function plainly(text: string): string {
  let plain = withoutSoftBreaks(text)
  for (const { pattern, as } of REWRITINGS)
    plain = plain.replace(pattern, (matched: string) =>
      filled(typeof as === 'string' ? as : as(matched), matched.length),
    )
  return plain
}

/** Quoted-printable (RFC 2045, 6.7) ends a line of at most 76 units with `=` where the words go on. */
function withoutSoftBreaks(text: string): string {
  return text.replace(/=\n(?=[\w./%#?&=-])/g, (matched, at: number) => {
    const length = at - text.lastIndexOf('\n', at - 1)
    return length >= 60 && length <= 77 ? filled('', matched.length) : matched
  })
}

const filled = (said: string, length: number) => said + NOTHING.repeat(length - said.length)
