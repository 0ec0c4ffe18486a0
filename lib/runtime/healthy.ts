import 'server-only'
import { setTimeout as sleep } from 'node:timers/promises'

/** Waits until `/api/health` answers 200. A development server compiles it first. */
export async function untilHealthy(address: string, signal: AbortSignal): Promise<void> {
  const deadline = Date.now() + 120_000
  for (let last = 'no answer'; ;) {
    try {
      const response = await fetch(`${address}/api/health`, {
        signal: AbortSignal.any([signal, AbortSignal.timeout(60_000)]),
      })
      if (response.ok) return
      last = `${response.status} ${await response.text()}`
    } catch (error) {
      signal.throwIfAborted()
      last = error instanceof Error && error.cause instanceof Error ? error.cause.message : String(error)
    }
    if (Date.now() > deadline)
      throw new Error(`The web process did not become healthy: ${last.slice(0, 300)}`)
    await sleep(100, undefined, { signal })
  }
}
