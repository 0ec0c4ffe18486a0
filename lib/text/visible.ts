/** Text as it may be shown: what has no shape of its own, or changes the order of what is around it, is a symbol. */
export type Piece = { kind: 'text'; text: string } | StandIn

/** Drawn instead of `points` code points of the text. */
type StandIn = { kind: 'symbol'; text: string; meaning: Meaning; points: number }

/** What a symbol stands for: `n` of something that is counted, or one character by its code. `other` are those with a name. */
export type Meaning =
  | { what: 'breaks' | 'marks'; n: number }
  | { what: 'control' | 'surrogate' | 'invisible'; code: string }
  | { what: 'other'; code: string; name: string }

/** Marks on one base character beyond this are counted, not drawn; no living script stacks more. */
const MOST_MARKS = 6
/** Line breaks in a row beyond this are counted, not drawn. */
const MOST_BREAKS = 4

/**
 * Splits a text into what may be drawn as it is and symbols for the rest: control characters (⟦NUL⟧), bidi controls (⟦RLO⟧),
 * invisible characters, lone surrogates, stacked marks and walls of line breaks. One pass. Nothing is lost: each symbol
 * stands for the characters it names.
 */
export function visiblePieces(text: string): Piece[] {
  const pieces: Piece[] = []
  let plainFrom = 0
  for (const match of text.matchAll(SUSPECT)) {
    const cut = suspectAt(text, match.index, match[0])
    if (!cut) continue
    const from = match.index + cut.keep
    if (from > plainFrom) pieces.push({ kind: 'text', text: text.slice(plainFrom, from) })
    pieces.push({ kind: 'symbol', text: cut.symbol, meaning: cut.meaning, points: cut.points })
    plainFrom = match.index + match[0].length
  }
  if (plainFrom < text.length) pieces.push({ kind: 'text', text: text.slice(plainFrom) })
  return pieces
}

/** The same as one string, for places that hold no markup (a title, an attribute). */
export function visibleText(text: string): string {
  return visiblePieces(text)
    .map((piece) => piece.text)
    .join('')
}

// A subdivision flag (🏴 + tag letters) comes first: it is the one place where tag characters are not hiding anything.
const SUSPECT =
  /\u{1F3F4}[\u{E0020}-\u{E007E}]{1,8}\u{E007F}|\n{5,}|[\p{Cc}\p{Cs}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}\u2028\u2029\ufff9-\ufffb\ufffc\u2800]|\p{M}{7,}/gu

type Cut = { keep: number; symbol: string; meaning: Meaning; points: number }

/** What to show for a match: `keep` code units of it as they are, then the symbol; null when it is harmless here. */
function suspectAt(text: string, index: number, found: string): Cut | null {
  const code = found.codePointAt(0) ?? 0
  if (code === 0x0a && found.length > 1) {
    const more = found.length - MOST_BREAKS
    return {
      keep: MOST_BREAKS,
      symbol: `⟦+${more} ↵⟧`,
      meaning: { what: 'breaks', n: more },
      points: more,
    }
  }
  if (code === 0x09 || code === 0x0a || code === 0x1f3f4) return null
  if (isJoiner(code) && joins(text, index, found.length)) return null
  if (isVariation(code) && varies(text, index, code)) return null
  if (found.length > 2 && MARK.test(found)) return stackedMarks(found)
  return lone(code)
}

/** One object per character: a text may consist of them. */
function lone(code: number): Cut {
  const known = LONE.get(code)
  if (known) return known
  const cut = { keep: 0, symbol: symbolOf(code), meaning: meaningOf(code), points: 1 }
  LONE.set(code, cut)
  return cut
}

const LONE = new Map<number, Cut>()

function stackedMarks(run: string): Cut {
  const marks = [...run]
  const more = marks.length - MOST_MARKS
  return {
    keep: marks.slice(0, MOST_MARKS).join('').length,
    symbol: `⟦+${more} marks⟧`,
    meaning: { what: 'marks', n: more },
    points: more,
  }
}

const MARK = /^\p{M}/u
const SCRIPT = /[\p{L}\p{M}\p{Extended_Pictographic}\p{Emoji_Modifier}]/u

const isJoiner = (code: number) => code === 0x200c || code === 0x200d

/** ZWJ and ZWNJ are spelling in Persian, Indic scripts and emoji; between ASCII letters they only hide. */
function joins(text: string, index: number, width: number): boolean {
  const before = codePointBefore(text, index)
  const after = text.codePointAt(index + width)
  return isScript(before) && isScript(after)
}

const isVariation = (code: number) =>
  (code >= 0xfe00 && code <= 0xfe0f) ||
  (code >= 0x180b && code <= 0x180f) ||
  (code >= 0xe0100 && code <= 0xe01ef)

/** One selector after a character that has variants is typography; several in a row, or after a space, carry hidden bytes. */
function varies(text: string, index: number, code: number): boolean {
  const before = codePointBefore(text, index)
  if (before === undefined || isVariation(before)) return false
  if (code >= 0xe0100) return /\p{Script=Han}/u.test(String.fromCodePoint(before))
  return before > 0x7f || /[#*0-9]/.test(String.fromCodePoint(before))
}

const isScript = (code: number | undefined) =>
  code !== undefined && code > 0x7f && SCRIPT.test(String.fromCodePoint(code))

function codePointBefore(text: string, index: number): number | undefined {
  if (index === 0) return undefined
  const wide = index >= 2 ? text.codePointAt(index - 2) : undefined
  return wide !== undefined && wide > 0xffff ? wide : text.charCodeAt(index - 1)
}

function symbolOf(code: number): string {
  if (code >= 0xe0020 && code <= 0xe007e) return `⟦tag ${String.fromCodePoint(code - 0xe0000)}⟧`
  return `⟦${C0[code] ?? NAMES.get(code)?.[0] ?? hex(code)}⟧`
}

function meaningOf(character: number): Meaning {
  const code = hex(character)
  if (character < 0x20 || (character >= 0x7f && character < 0xa0)) return { what: 'control', code }
  const name = NAMES.get(character)?.[1]
  if (name) return { what: 'other', code, name }
  return { what: character >= 0xd800 && character <= 0xdfff ? 'surrogate' : 'invisible', code }
}

const hex = (code: number) => `U+${code.toString(16).toUpperCase().padStart(4, '0')}`

/** ISO/IEC 6429 abbreviations of U+0000 to U+001F, in order. */
const C0 =
  'NUL SOH STX ETX EOT ENQ ACK BEL BS HT LF VT FF CR SO SI DLE DC1 DC2 DC3 DC4 NAK SYN ETB CAN EM SUB ESC FS GS RS US'.split(
    ' ',
  )

/** Abbreviations and names of the Unicode Standard (UAX #9 for the bidi controls). */
const NAMES: ReadonlyMap<number, readonly [string, string]> = new Map([
  [0x7f, ['DEL', 'delete']],
  [0x85, ['NEL', 'next line']],
  [0xad, ['SHY', 'soft hyphen']],
  [0x34f, ['CGJ', 'combining grapheme joiner']],
  [0x61c, ['ALM', 'Arabic letter mark']],
  [0x200b, ['ZWSP', 'zero width space']],
  [0x200c, ['ZWNJ', 'zero width non-joiner']],
  [0x200d, ['ZWJ', 'zero width joiner']],
  [0x200e, ['LRM', 'left-to-right mark']],
  [0x200f, ['RLM', 'right-to-left mark']],
  [0x2028, ['LS', 'line separator']],
  [0x2029, ['PS', 'paragraph separator']],
  [0x202a, ['LRE', 'left-to-right embedding']],
  [0x202b, ['RLE', 'right-to-left embedding']],
  [0x202c, ['PDF', 'pop directional formatting']],
  [0x202d, ['LRO', 'left-to-right override']],
  [0x202e, ['RLO', 'right-to-left override']],
  [0x2060, ['WJ', 'word joiner']],
  [0x2066, ['LRI', 'left-to-right isolate']],
  [0x2067, ['RLI', 'right-to-left isolate']],
  [0x2068, ['FSI', 'first strong isolate']],
  [0x2069, ['PDI', 'pop directional isolate']],
  [0x2800, ['blank', 'braille pattern blank']],
  [0x3164, ['HF', 'Hangul filler']],
  [0xfeff, ['BOM', 'zero width no-break space']],
  [0xfffc, ['OBJ', 'object replacement character']],
])
