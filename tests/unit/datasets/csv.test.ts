import { describe, expect, it } from 'vitest'
import { csvBoundary } from '@/lib/datasets/read/boundaries'
import { csvFields, csvValues } from '@/lib/datasets/read/csv'

describe('a CSV record', () => {
  it.each([
    ['', ['']],
    ['a,b', ['a', 'b']],
    ['a,', ['a', '']],
    [',', ['', '']],
    ['"a,b",c', ['a,b', 'c']],
    ['"say ""hi""",', ['say "hi"', '']],
    ['"",""""', ['', '"']],
    ['6" pipe,a"b', ['6" pipe', 'a"b']],
    ['"two\r\nlines",x', ['two\r\nlines', 'x']],
    [' "a" ,b', [' "a" ', 'b']],
  ])('%j', (record, values) => {
    expect(csvValues(record, ',')).toEqual(values)
    expect(csvFields(record, ',')?.map(({ value }) => value)).toEqual(values)
  })

  it.each(['"open', '"a"b,c', 'a,"b""'])('with a broken quote is none: %j', (record) => {
    expect(csvFields(record, ',')).toBeNull()
    expect(csvValues(record, ',')).toBeNull()
  })

  it('knows where each field stands, so that one can be replaced and the others stay byte for byte', () => {
    const record = 'a,"b ""x""",c'
    const field = csvFields(record, ',')?.[1]
    expect(field && record.slice(field.start, field.end)).toBe('"b ""x"""')
  })

  it('ends are found in linear time in a field of quotes without a line end', () => {
    const chunk = Buffer.concat([Buffer.from('"'), Buffer.alloc(8_000_000, '""'), Buffer.from('"\n')])
    expect(csvBoundary(',').next(chunk, 0)).toBe(chunk.length)
  })
})
