import { TILE_WIDTH } from './tile'

/** A tile or entry bundle as it is addressed over HTTP; `width` is 256 for a full one. */
export type TileAddress = {
  readonly level: number | 'entries'
  readonly index: number
  readonly width: number
}

/** `tile/<level>/<index>[.p/<width>]` of c2sp.org/tlog-tiles, e.g. `tile/0/x001/x234/067.p/8`. */
export function tilePath({ level, index, width }: TileAddress): string {
  const partial = width === TILE_WIDTH ? '' : `.p/${width}`
  return `tile/${level}/${groupedIndex(index)}${partial}`
}

/**
 * The address a path names, or undefined. Only the one canonical spelling is accepted, so that an immutable cache
 * holds each tile once.
 */
export function parseTilePath(path: string): TileAddress | undefined {
  const match = /^tile\/(entries|\d{1,2})\/((?:x\d{3}\/){0,5}\d{3})(?:\.p\/(\d{1,3}))?$/.exec(path)
  if (!match) return undefined
  const [, level, groups = '', partial] = match
  const address: TileAddress = {
    level: level === 'entries' ? level : Number(level),
    index: Number(groups.replace(/[x/]/g, '')),
    width: partial === undefined ? TILE_WIDTH : Number(partial),
  }
  return isAddress(address) && tilePath(address) === path ? address : undefined
}

function isAddress({ level, index, width }: TileAddress): boolean {
  return (
    (level === 'entries' || level <= 63) && Number.isSafeInteger(index) && width >= 1 && width <= TILE_WIDTH
  )
}

/** Three digits a group, every group but the last marked with an x: 1234067 is `x001/x234/067`. */
function groupedIndex(index: number): string {
  const digits = String(index)
  const padded = digits.padStart(Math.ceil(digits.length / 3) * 3, '0')
  const groups = padded.match(/\d{3}/g) ?? []
  return groups.map((group, i) => (i < groups.length - 1 ? `x${group}` : group)).join('/')
}
