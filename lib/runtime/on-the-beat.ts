import 'server-only'
import { setTimeout as sleep } from 'node:timers/promises'

/** Every answer takes a multiple of this: what was found, or was not, does not show in the time. */
const BEAT_MS = 750

export async function onTheBeat<T>(work: () => Promise<T>): Promise<T> {
  const began = performance.now()
  const result = await work()
  const taken = performance.now() - began
  await sleep(Math.ceil(taken / BEAT_MS) * BEAT_MS - taken)
  return result
}
