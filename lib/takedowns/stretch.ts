/** A stretch of a long list, counted from 0 (`to` is not in it), and where the ones before and behind it begin. */
export type Stretch = {
  from: number
  to: number
  all: number
  earlier: number | null
  later: number | null
}

/** The stretch that an address asks for, of a list of `all`; the first for anything else. */
export function stretchOf(all: number, said: unknown, size: number): Stretch {
  const asked = typeof said === 'string' && /^\d{1,7}$/.test(said) ? Number(said) : 0
  const from = asked < all ? asked - (asked % size) : 0
  const to = Math.min(from + size, all)
  return {
    ...{ from, to, all },
    earlier: from > 0 ? from - size : null,
    later: to < all ? to : null,
  }
}
