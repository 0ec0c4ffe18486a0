import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout } from 'node:timers/promises'
import { stripVTControlCharacters } from 'node:util'
import { root } from '@/lib/runtime/root'

/** `status`: null if a signal ended it. `lastWords`: the end of what it wrote to its standard error, without colours. */
export type Ending = { status: number | null; lastWords: string }

const KEPT = 2_000

/** Runs a Node program of node_modules from the repository's root, its output on ours. */
export async function runProgram(
  args: readonly string[],
  env: NodeJS.ProcessEnv = process.env,
): Promise<Ending> {
  const child = spawn(process.execPath, args, { cwd: root, env, stdio: ['ignore', 'inherit', 'pipe'] })
  let said = ''
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
    process.stderr.write(chunk)
    said = (said + chunk).slice(-2 * KEPT)
  })
  const forward = (signal: NodeJS.Signals) => child.kill(signal)
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, forward)
  const closed = once(child, 'close')
  const [status]: unknown[] = await once(child, 'exit')
  // The rest of what it said; not for ever, since a process it left behind may hold its standard error open.
  await Promise.race([closed, setTimeout(2_000, undefined, { ref: false })])
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.off(signal, forward)
  return {
    status: typeof status === 'number' ? status : null,
    lastWords: stripVTControlCharacters(said).slice(-KEPT),
  }
}
