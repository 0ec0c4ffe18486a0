import { describe, expect, it } from 'vitest'
import { withRange } from '@/components/table/selection'

const ids = ['a', 'b', 'c', 'd', 'e']
const chosen = (...names: string[]) => Object.fromEntries(names.map((id) => [id, true as const]))

describe('selecting rows', () => {
  it('extends in either direction', () => {
    expect(withRange(chosen('b'), ids, 1, 3, true)).toEqual(chosen('b', 'c', 'd'))
    expect(withRange(chosen('d'), ids, 3, 1, true)).toEqual(chosen('b', 'c', 'd'))
  })

  it('clears a range and leaves the rest, rows of other pages included', () => {
    expect(withRange(chosen('elsewhere', 'a', 'b', 'c'), ids, 1, 2, false)).toEqual(chosen('elsewhere', 'a'))
  })

  it('counts nothing twice', () => {
    expect(Object.keys(withRange(chosen('b', 'c'), ids, 0, 4, true))).toHaveLength(5)
  })
})
