import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { root } from '@/lib/runtime/root'

/** Runs a Node program of node_modules from the repository's root, its output on ours. Its exit status, null if killed. */
export async function runProgram(
  args: readonly string[],
  env: NodeJS.ProcessEnv = process.env,
): Promise<number | null> {
  const child = spawn(process.execPath, args, { cwd: root, env, stdio: ['ignore', 'inherit', 'inherit'] })
  const forward = (signal: NodeJS.Signals) => child.kill(signal)
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, forward)
  const [status]: unknown[] = await once(child, 'exit')
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.off(signal, forward)
  return typeof status === 'number' ? status : null
}
