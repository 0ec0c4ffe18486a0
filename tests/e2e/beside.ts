import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { promisify } from 'node:util'

const command = (program: string, words: readonly string[]): string[] => [
  '--conditions=react-server',
  '--import',
  'tsx',
  path.join(import.meta.dirname, program),
  ...words,
]
const place = () => ({
  cwd: path.join(import.meta.dirname, '../..'),
  env: {
    ...process.env,
    WINNOW_DATA: process.env['WINNOW_E2E_DEMO'] ?? `${process.env['WINNOW_E2E_DATA']}/demo`,
    WINNOW_MODE: 'demo',
  },
})

/** Runs a program of this folder as a process beside the demonstration, on its data; answers with what it says. */
export async function beside(program: string, ...words: string[]): Promise<string> {
  const { stdout } = await promisify(execFile)(process.execPath, command(program, words), place())
  return stdout
}

/** The same with one that goes on until it is let go; answers once it has said something. */
export async function besideUntil(
  program: string,
  ...words: string[]
): Promise<{ said: string; letGo: () => Promise<void> }> {
  const child = spawn(process.execPath, command(program, words), {
    ...place(),
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const ended = once(child, 'exit')
  const [said]: unknown[] = await Promise.race([
    once(child.stdout, 'data'),
    ended.then(() => Promise.reject(new Error(`${program} ended before it said anything`))),
  ])
  return {
    said: String(said).trim(),
    letGo: async () => {
      child.stdin.end()
      await ended
    },
  }
}
