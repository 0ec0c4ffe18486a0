import { describe, expect, it } from 'vitest'
import { partialWidth, tileLevelCount } from '@/lib/tlog/tile'
import { parseTilePath, tilePath } from '@/lib/tlog/tile-path'

describe('tile addresses of c2sp.org/tlog-tiles', () => {
  it.each([
    { level: 0, index: 0, width: 256, path: 'tile/0/000' },
    { level: 0, index: 1_000, width: 256, path: 'tile/0/x001/000' },
    { level: 0, index: 1_234_067, width: 256, path: 'tile/0/x001/x234/067' },
    { level: 0, index: 273, width: 112, path: 'tile/0/273.p/112' },
    { level: 1, index: 1, width: 17, path: 'tile/1/001.p/17' },
    { level: 'entries' as const, index: 0, width: 3, path: 'tile/entries/000.p/3' },
  ])('writes and reads $path', ({ path, ...address }) => {
    expect(tilePath(address)).toBe(path)
    expect(parseTilePath(path)).toEqual(address)
  })

  it.each([
    'tile/00/000',
    'tile/0/0',
    'tile/0/x000/001',
    'tile/0/1000',
    'tile/0/000.p/0',
    'tile/0/000.p/256',
    'tile/0/000.p/01',
    'tile/64/000',
    'tile/data/000',
    'tile/0/000/',
  ])('has no second spelling: %s is refused', (path) => {
    expect(parseTilePath(path)).toBeUndefined()
  })

  it('has the partial widths of the specification at sizes 70,000 and 256', () => {
    expect([0, 1, 2].map((level) => partialWidth(70_000, level))).toEqual([112, 17, 1])
    expect([0, 1, 2].map((level) => partialWidth(256, level))).toEqual([0, 1, 0])
    expect([0, 1, 256, 70_000, Number.MAX_SAFE_INTEGER].map(tileLevelCount)).toEqual([0, 1, 2, 3, 7])
  })
})
