/**
 * Works on up to `width` items at once and yields the results in the order of the items. A failure is thrown in its turn,
 * so that an earlier one is never hidden by a later.
 */
export async function* inOrder<T, R>(
  items: Iterable<T>,
  width: number,
  work: (item: T) => Promise<R>,
): AsyncGenerator<R> {
  const running: Promise<R>[] = []
  for (const item of items) {
    const started = work(item)
    // Awaited below in its turn; until then a rejection is not an unhandled one.
    started.catch(() => undefined)
    running.push(started)
    if (running.length < width) continue
    const [next] = running.splice(0, 1)
    if (next) yield await next
  }
  for (const rest of running) yield await rest
}
