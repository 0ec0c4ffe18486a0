import { spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { root } from '@/lib/runtime/root'
import { program } from './program'

export type Ended = { exit: unknown; signal: unknown; stdout: string; stderr: string }

/** `npm run -s winnow -- …` without npm and its launcher, with these settings over those of the test. */
export async function winnow(args: readonly string[], settings: Record<string, string> = {}): Promise<Ended> {
  const child = spawn(process.execPath, [...program('lib/cli/main.ts'), ...args], {
    cwd: root,
    env: { ...process.env, WINNOW_FAILPOINT: '', ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const said = { stdout: '', stderr: '' }
  child.stdout.on('data', (chunk) => (said.stdout += String(chunk)))
  child.stderr.on('data', (chunk) => (said.stderr += String(chunk)))
  const [exit, signal]: unknown[] = await once(child, 'close')
  return { exit, signal, ...said }
}

/** A database and a data folder of their own, as an operator has them before a restore. */
export const elsewhere = (adminUrl: string, database: string, folder: string) => {
  const url = new URL(adminUrl)
  url.pathname = `/${database}`
  return {
    DATABASE_URL: url.href,
    WINNOW_SEQUENCER_URL: '',
    WINNOW_DATA: path.join(folder, database),
  }
}
