/** A small seeded generator (mulberry32): the demo world, and what tests make up, is the same everywhere, on every run. */
export function random(seed: number) {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), state | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
  const below = (n: number) => Math.floor(next() * n)
  return {
    next,
    below,
    pick<T>(from: readonly [T, ...T[]]): T {
      return from[below(from.length)] ?? from[0]
    },
    chance: (p: number) => next() < p,
  }
}

export type Random = ReturnType<typeof random>
