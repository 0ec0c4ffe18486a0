import 'server-only'

type Options<T> = {
  jobs: number
  signal: AbortSignal | undefined
  /** Items that have to be worked on one after the other, in their order. */
  isOrdered: (item: T) => boolean
}

/**
 * Works on several items at once. Where one fails the others are stopped; when none is under way any more, the failure is thrown, of
 * several that of the first in the order of the items.
 */
export async function atOnce<T, U>(
  items: readonly T[],
  { jobs, signal, isOrdered }: Options<T>,
  work: (item: T, signal: AbortSignal) => Promise<U>,
): Promise<U[]> {
  const stop = new AbortController()
  const either = signal ? AbortSignal.any([signal, stop.signal]) : stop.signal
  const results = new Map<number, U>()
  const failures: { at: number; error: unknown }[] = []
  const lane = async (queue: Iterator<[number, T]>) => {
    for (let next = queue.next(); !next.done && !either.aborted; next = queue.next()) {
      const [at, item] = next.value
      try {
        results.set(at, await work(item, either))
      } catch (error) {
        // What was stopped because of another failure is none itself.
        if (!stop.signal.aborted || error !== stop.signal.reason) failures.push({ at, error })
        stop.abort()
      }
    }
  }
  const entries = [...items.entries()]
  if (jobs <= 1) await lane(entries[Symbol.iterator]())
  else {
    const ordered = entries.filter(([, item]) => isOrdered(item))
    const free = entries.filter(([, item]) => !isOrdered(item))[Symbol.iterator]()
    const lanes = Math.max(1, ordered.length > 0 ? jobs - 1 : jobs)
    await Promise.all([lane(ordered[Symbol.iterator]()), ...Array.from({ length: lanes }, () => lane(free))])
  }
  signal?.throwIfAborted()
  const [first] = failures.sort((a, b) => a.at - b.at)
  if (first) throw first.error
  return items.map((_, at) => {
    const result = results.get(at)
    if (result === undefined) throw new Error('an item was passed over')
    return result
  })
}

/** Lets so many work at once, and the others wait for their turn. */
export class Turns {
  private readonly waiting: (() => void)[] = []

  constructor(private free: number) {}

  async run<T>(work: () => Promise<T>): Promise<T> {
    if (this.free === 0) await new Promise<void>((resolve) => this.waiting.push(resolve))
    else this.free -= 1
    try {
      return await work()
    } finally {
      const next = this.waiting.shift()
      if (next) next()
      else this.free += 1
    }
  }
}
