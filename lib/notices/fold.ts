/**
 * The text in one case, with one kind of space and of quotation mark, and without the marks of Markdown and of quoted mail:
 * every UTF-16 unit stays where it was, so that a place in it is a place in the text.
 */
export function fold(text: string): string {
  let folded = ''
  for (let at = 0; at < text.length; at++) folded += foldUnit(text.charAt(at))
  return folded
}

/** Replaces a part by spaces, or by another unit, of the same length. */
export function blank(text: string, parts: readonly { start: number; end: number }[], by = ' '): string {
  let blanked = ''
  let at = 0
  for (const { start, end } of [...parts].sort((a, b) => a.start - b.start)) {
    if (start < at) continue
    blanked += text.slice(at, start) + by.repeat(end - start)
    at = end
  }
  return blanked + text.slice(at)
}

/**
 * A pattern over folded text: a space stands for any run of spaces, `…` for up to 120 units of the same sentence, and a word has an end:
 * where a pattern could begin at every letter of a word without one, reading would take the square of its length.
 */
export function phrase(source: string): RegExp {
  const bounded = source
    .replaceAll('…', '[^.;!?]{0,120}?')
    .replaceAll(' ?', ' *')
    .replaceAll(/ (?![*])/g, ' +')
    .replaceAll('\\S+', '\\S{1,60}')
    .replaceAll(')*', '){0,12}')
    .replaceAll(/\[a-z(äöü)?\]([*+])/g, (_, _letters, mark) => `[a-zäöü]{${mark === '*' ? 0 : 1},24}`)
  return new RegExp(bounded, 'g')
}

function foldUnit(unit: string): string {
  const known = FOLDED[unit]
  if (known !== undefined) return known
  if (/\s/.test(unit)) return ' '
  const lower = unit.toLowerCase()
  return lower.length === 1 ? lower : unit
}

const FOLDED: Partial<Record<string, string>> = {
  '’': "'",
  '‘': "'",
  '`': "'",
  '“': '"',
  '”': '"',
  '„': '"',
  '«': '"',
  '»': '"',
  '*': ' ',
  _: ' ',
  '>': ' ',
  '|': ' ',
  '\\': ' ',
  '–': '-',
  '—': '-',
  '‐': '-',
  '‑': '-',
}
