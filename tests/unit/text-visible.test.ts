import { describe, expect, it } from 'vitest'
import { visiblePieces, visibleText } from '@/lib/text/visible'

const HIDDEN =
  /[\p{Cs}\p{Noncharacter_Code_Point}\u202a-\u202e\u2066-\u2069\u200b\u200e\u200f]|(?![\t\n])\p{Cc}/u

describe('text of strangers', () => {
  it.each([
    ['a\u0000b', 'a⟦NUL⟧b'],
    ['\u001b[31m', '⟦ESC⟧[31m'],
    ['\u007f\u0085\u009b', '⟦DEL⟧⟦NEL⟧⟦U+009B⟧'],
    ['one\r\ntwo', 'one⟦CR⟧\ntwo'],
    ['user\u202Egpj.exe', 'user⟦RLO⟧gpj.exe'],
    ['\u2066a\u2069', '⟦LRI⟧a⟦PDI⟧'],
    ['pay\u200Bpal\u00AD\uFEFF', 'pay⟦ZWSP⟧pal⟦SHY⟧⟦BOM⟧'],
    ['x\ud800y\udc00', 'x⟦U+D800⟧y⟦U+DC00⟧'],
    ['\uffff\u{1fffe}', '⟦U+FFFF⟧⟦U+1FFFE⟧'],
    ['a\u2028b', 'a⟦LS⟧b'],
    ['\u3164\u2800', '⟦HF⟧⟦blank⟧'],
    ['\u{E0068}\u{E0069}', '⟦tag h⟧⟦tag i⟧'],
  ])('names what cannot be seen: %j', (text, expected) => {
    expect(visibleText(text)).toBe(expected)
  })

  it.each([
    ['tabs and line breaks', 'a\tb\nc'],
    ['Persian with its non-joiner', 'می\u200cخواهم'],
    ['a family held by joiners', '👩\u200d👩\u200d👧'],
    ['a heart with its variation selector', '❤\ufe0f 1\ufe0f\u20e3'],
    ['the flag of England', '🏴\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F}'],
    ['an ideographic variant', '葛\u{E0100}'],
    ['Hebrew with points', 'בְּרֵאשִׁית'],
    ['Thai', 'น้ำแข็ง'],
    ['Hindi', 'क्षत्रिय'],
  ])('leaves %s alone', (_, text) => {
    expect(visiblePieces(text)).toEqual([{ kind: 'text', text }])
  })

  it('shows joiners and selectors that hide between plain letters', () => {
    expect(visibleText('pass\u200dword')).toBe('pass⟦ZWJ⟧word')
    expect(visibleText('😀\ufe01\ufe02')).toBe('😀\ufe01⟦U+FE02⟧')
    expect(visibleText('a\u{E0101}')).toBe('a⟦U+E0101⟧')
  })

  it('draws six stacked marks and counts the rest', () => {
    const zalgo = `Z${'\u0300'.repeat(500)}x`
    expect(visiblePieces(zalgo)).toEqual([
      { kind: 'text', text: `Z${'\u0300'.repeat(6)}` },
      {
        kind: 'symbol',
        text: '⟦+494 marks⟧',
        meaning: { what: 'marks', n: 494 },
        points: 494,
      },
      { kind: 'text', text: 'x' },
    ])
  })

  it('draws four line breaks in a row and counts the rest', () => {
    expect(visibleText(`a${'\n'.repeat(100)}b`)).toBe('a\n\n\n\n⟦+96 ↵⟧b')
    expect(visibleText('a\n\n\n\nb')).toBe('a\n\n\n\nb')
  })

  it('accounts for every code point of the text', () => {
    const text = `é\u202e${'\n'.repeat(9)}👩\u200d👧 ${'a\u0301\u0302\u0303\u0304\u0305\u0306\u0307\u0308\u0309'}\ud800\u0000`
    const points = visiblePieces(text).reduce(
      (sum, piece) => sum + (piece.kind === 'text' ? [...piece.text].length : piece.points),
      0,
    )
    expect(points).toBe([...text].length)
  })

  it('lets nothing through that hides or reorders, for every code point of the first two planes', () => {
    const leaks: string[] = []
    for (let code = 0; code < 0x20000; code += 1) {
      const text = visibleText(`a${String.fromCodePoint(code)}b`)
      if (HIDDEN.test(text)) leaks.push(code.toString(16))
    }
    expect(leaks).toEqual([])
  })

  it.each([
    ['bidi overrides', '\u202e'],
    ['combining marks', '\u0301'],
    ['line breaks', '\n'],
    ['black flags', '\u{1F3F4}\u{E0067}'],
    ['lone surrogates', '\udc00'],
  ])('takes a megabyte of %s in one pass', (_, unit) => {
    const text = unit.repeat(1_000_000 / unit.length)
    const pieces = visiblePieces(text)
    const points = pieces.map((piece) => (piece.kind === 'symbol' ? piece.points : [...piece.text].length))
    expect(points.reduce((sum, n) => sum + n, 0)).toBe([...text].length)
  })
})
