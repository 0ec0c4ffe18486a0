import { setTimeout as sleep } from 'node:timers/promises'
import { ensureBuilt } from '@/lib/runtime/build'
import { startChild } from '@/lib/runtime/child'
import { freePort } from '@/lib/runtime/port'
import { fromRoot } from '@/lib/runtime/root'

/** The built product on a port of its own, as `npm start` brings it up, until `work` is done. */
export async function withProduct<T>(
  work: (address: string) => Promise<T>,
  { args = [], env }: { args?: readonly string[]; env: Readonly<Record<string, string>> },
): Promise<T> {
  await ensureBuilt(new AbortController().signal)
  const port = await freePort()
  const address = `http://localhost:${port}`
  const product = startChild(
    'product',
    [fromRoot('lib/runtime/bootstrap.mjs'), 'lib/runtime/start.ts', ...args],
    {
      ...process.env,
      PORT: String(port),
      HOST: '127.0.0.1',
      WINNOW_MODE: 'demo',
      ...env,
    },
  )
  try {
    await Promise.race([untilHealthy(address), product.ended.then(failed)])
    return await work(address)
  } finally {
    await product.stop()
  }
}

async function untilHealthy(address: string): Promise<void> {
  for (const deadline = Date.now() + 300_000; Date.now() < deadline; await sleep(250)) {
    const answer = await fetch(`${address}/api/health`).catch(() => undefined)
    if (answer?.ok) return
  }
  throw new Error('the product did not answer within five minutes')
}

function failed(how: string): never {
  throw new Error(`the product did not stay up: ${how}`)
}
