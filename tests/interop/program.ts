import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import path from 'node:path'

export type Ended = { isGood: boolean; says: string }

/** Runs somebody else's program to its end; a status of 0 is good. */
export async function runTool(
  command: string,
  args: readonly string[],
  { cwd, env = process.env, seconds = 300 }: { cwd?: string; env?: NodeJS.ProcessEnv; seconds?: number } = {},
): Promise<Ended> {
  const child = spawn(command, args, {
    cwd,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: seconds * 1_000,
  })
  let says = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => (says += String(data)))
  const [status]: unknown[] = await once(child, 'close')
  return { isGood: status === 0, says: says.trim() }
}

export const isInstalled = (program: string): boolean =>
  (process.env.PATH ?? '').split(path.delimiter).some((folder) => existsSync(path.join(folder, program)))
