import { describe, expect, it } from 'vitest'
import { jsonMember, jsonMembers } from '@/lib/datasets/read/json-members'

const value = (text: string, ...path: string[]) => {
  const member = jsonMember(text, path)
  return member && text.slice(member.start, member.end)
}

describe('members of a JSON object in its text', () => {
  it('are found whatever stands around and inside them', () => {
    const text = ' { "a" : "x\\"}, {" , "b":[1,{"c":"]"}] ,"c":{"d":{"e":-1.5e3}},"f":null, "g":true}'
    expect(JSON.parse(text)).toBeTypeOf('object')
    expect(jsonMembers(text).map(({ name, start, end }) => [name, text.slice(start, end)])).toEqual([
      ['a', '"x\\"}, {"'],
      ['b', '[1,{"c":"]"}]'],
      ['c', '{"d":{"e":-1.5e3}}'],
      ['f', 'null'],
      ['g', 'true'],
    ])
    expect(value(text, 'c', 'd', 'e')).toBe('-1.5e3')
    expect(value(text, 'b', 'c')).toBeUndefined()
    expect(value(text, 'nothing')).toBeUndefined()
  })

  it('with one name twice are both listed, and the last one counts as in JSON.parse', () => {
    const text = '{"t\\u0065xt":1,"text":2}'
    expect(jsonMembers(text).map(({ name }) => name)).toEqual(['text', 'text'])
    expect(value(text, 'text')).toBe('2')
  })

  it('of an empty object are none', () => {
    expect(jsonMembers('{}')).toEqual([])
    expect(jsonMembers('{ }')).toEqual([])
  })

  it('are found in linear time where every string is full of quotes and brackets', () => {
    const text = JSON.stringify({ hostile: '"[{\\'.repeat(250_000), text: 'here' })
    expect(value(text, 'text')).toBe('"here"')
  })
})
