import 'server-only'
import { rateLimited } from '@/lib/errors'

const KEPT_MS = 5 * 60_000
/** Every period of some datasets; the oldest go first. */
const MOST_KEPT = 500
/** So many wait for their turn; who comes then is told to come back. */
const MOST_WAITING = 20

/** Things are made one at a time, in the order in which they were asked for. */
export class Turns {
  private waiting = 0
  private last: Promise<unknown> = Promise.resolve()

  /** Throws rate_limited when too many others wait. */
  async take<T>(make: () => Promise<T>): Promise<T> {
    if (this.waiting >= MOST_WAITING) throw rateLimited()
    this.waiting += 1
    const made = this.last.then(make).finally(() => {
      this.waiting -= 1
    })
    this.last = made.catch(() => undefined)
    return made
  }
}

/**
 * What anybody may ask for and what reads every request and decision of a period: it is shown as it was at most five minutes ago, what is being
 * made is waited for and not made twice, and one is made at a time. So strangers cost the database one report's worth of work, however many
 * they are and whatever they ask for.
 */
export class Recent<T> {
  private readonly kept = new Map<string, { at: number; made: Promise<T> }>()

  constructor(private readonly turns: Turns) {}

  get(key: string, make: () => Promise<T>, now = Date.now()): Promise<T> {
    const there = this.kept.get(key)
    if (there && now - there.at < KEPT_MS) return there.made
    const made = this.turns.take(make)
    this.kept.delete(key)
    this.kept.set(key, { at: now, made })
    for (const oldest of this.kept.keys()) {
      if (this.kept.size <= MOST_KEPT) break
      this.kept.delete(oldest)
    }
    // What failed is asked for again, and not by what took its place meanwhile.
    made.catch(() => {
      if (this.kept.get(key)?.made === made) this.kept.delete(key)
    })
    return made
  }
}
