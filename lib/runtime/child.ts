import 'server-only'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { root } from '@/lib/runtime/root'

export type Child = {
  name: string
  /** Settles when the process is gone, with a word on how. */
  ended: Promise<string>
  /** SIGTERM, and SIGKILL ten seconds later. */
  stop: () => Promise<void>
}

/** Starts a Node process of ours; what it says goes to stderr. The channel tells it when we are gone, even by kill -9: it then ends by itself. */
export function startChild(name: string, args: readonly string[], env: NodeJS.ProcessEnv): Child {
  const child = spawn(process.execPath, args, {
    cwd: root,
    env,
    stdio: ['ignore', 2, 2, 'ipc'],
  })
  const ended = once(child, 'exit').then(
    ([code, signal]: unknown[]) => (signal ? `killed by ${String(signal)}` : `exit code ${String(code)}`),
    (error: unknown) => `could not be started: ${error instanceof Error ? error.message : String(error)}`,
  )
  const stop = async () => {
    if (child.exitCode !== null || child.signalCode !== null) return
    child.kill('SIGTERM')
    const late = await Promise.race([ended, sleep(10_000, 'late', { ref: false })])
    if (late === 'late') child.kill('SIGKILL')
    await ended
  }
  return { name, ended, stop }
}
