import 'server-only'
import { parseArgs } from 'node:util'
import { launch } from '@/lib/runtime/launch'
import { prepareEnvironment } from '@/lib/runtime/prepare'

// `npm start` and `npm run dev`. The address, the personas and how to stop go to stdout, everything else to stderr.
process.exitCode = await main()
process.exit()

async function main(): Promise<number> {
  const stopped = new AbortController()
  // npm and bootstrap.mjs forward a signal that the terminal has sent to all of us already: the second one means nothing.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => stopped.abort())
  stopped.signal.addEventListener('abort', () => console.error('Stopping …'), { once: true })
  try {
    const flag = { type: 'boolean', default: false } as const
    const { values } = parseArgs({ options: { dev: flag, demo: flag, ephemeral: flag } })
    const env = await prepareEnvironment()
    if (values.demo && env.mode === 'production')
      throw new Error('--demo is refused in production: the demo world has personas with a known password.')
    await launch({ ...values, env, signal: stopped.signal })
    console.error('Stopped.')
    return 0
  } catch (error) {
    for (const line of (error instanceof Error ? error.message : String(error)).split('\n'))
      console.error(`winnow: ${line}`)
    if (process.env.WINNOW_DEBUG) console.error(error)
    return 1
  }
}
