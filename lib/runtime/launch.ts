import 'server-only'
import { announce } from '@/lib/runtime/announce'
import { ensureBuilt } from '@/lib/runtime/build'
import { startChild, type Child } from '@/lib/runtime/child'
import { refuseDemoPersonas, seedOnce } from '@/lib/runtime/demo'
import type { Env } from '@/lib/runtime/env'
import { untilHealthy } from '@/lib/runtime/healthy'
import { openDatabase } from '@/lib/runtime/open-database'
import { isReadOnly } from '@/lib/runtime/read-only'
import { requireFreePort } from '@/lib/runtime/port'
import { fromRoot } from '@/lib/runtime/root'

export type LaunchOptions = {
  env: Env
  /** Compile pages on demand and follow changes. */
  dev: boolean
  /** Seed the demo world into DATABASE_URL too. */
  demo: boolean
  /** For tests: a database without fsync, gone afterwards. */
  ephemeral: boolean
  /** Aborted by Ctrl-C and SIGTERM: stop what was started, in reverse order. */
  signal: AbortSignal
}

/**
 * Brings the product up and keeps it up until `signal` aborts. Throws when it does not come up, or when a part of it
 * ends by itself; what was started is stopped in any case, children before the database.
 */
export async function launch(options: LaunchOptions): Promise<void> {
  const { env, signal } = options
  const started: (() => Promise<void>)[] = []
  await requireFreePort(env.port, env.host)
  try {
    const database = await openDatabase({ ephemeral: options.ephemeral })
    started.push(database.close)
    await prepareContent(options, database.embedded !== undefined)
    const children = startParts(options)
    for (const child of children) started.push(child.stop)
    const running = Promise.race([aborted(signal), ...children.map(unexpectedEnd)])
    const address = `http://${env.host.includes(':') ? `[${env.host}]` : env.host}:${env.port}`
    await Promise.race([untilHealthy(address, signal), running])
    if (!signal.aborted) await announce(env)
    await running
  } catch (error) {
    if (!signal.aborted) throw error
  } finally {
    for (const stop of started.reverse()) await stop()
  }
}

async function prepareContent({ env, dev, demo, signal }: LaunchOptions, embedded: boolean): Promise<void> {
  signal.throwIfAborted()
  if (env.mode === 'production') await refuseDemoPersonas()
  if (!dev) await ensureBuilt(signal)
  signal.throwIfAborted()
  if (!isReadOnly() && (demo || (embedded && env.mode === 'demo'))) await seedOnce(env, signal)
  signal.throwIfAborted()
}

/** The worker first: it finds a log that must not be continued before anybody is let in. A read-only instance has no worker. */
function startParts({ env, dev }: LaunchOptions): Child[] {
  const shared: NodeJS.ProcessEnv = {
    ...process.env,
    NEXT_TELEMETRY_DISABLED: '1',
    PORT: String(env.port),
    HOST: env.host,
    WINNOW_URL: env.url,
    // Without a public address (a demonstration) people arrive under localhost and 127.0.0.1 alike; web.mjs keeps the host honest.
    ...(process.env.WINNOW_URL ? { NEXTAUTH_URL: env.url } : { AUTH_TRUST_HOST: 'true' }),
  }
  const tsx = process.execArgv
  return [
    ...(isReadOnly() ? [] : [startChild('worker', [...tsx, fromRoot('lib/cli/main.ts'), 'worker'], shared)]),
    startChild('web', [fromRoot('lib/runtime/web.mjs'), ...(dev ? ['--dev'] : [])], {
      ...shared,
      NODE_ENV: dev ? 'development' : 'production',
    }),
  ]
}

async function unexpectedEnd(child: Child): Promise<never> {
  throw new Error(`The ${child.name} process has ended (${await child.ended}). Stopping the rest.`)
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve()
    else signal.addEventListener('abort', () => resolve(), { once: true })
  })
}
