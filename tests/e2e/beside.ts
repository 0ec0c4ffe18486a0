import { execFile } from 'node:child_process'
import path from 'node:path'
import { promisify } from 'node:util'

/** Runs a program of this folder as a process beside the demonstration, on its data; answers with what it says. */
export async function beside(program: string, ...words: string[]): Promise<string> {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--conditions=react-server', '--import', 'tsx', path.join(import.meta.dirname, program), ...words],
    {
      cwd: path.join(import.meta.dirname, '../..'),
      env: {
        ...process.env,
        WINNOW_DATA: process.env['WINNOW_E2E_DEMO'] ?? `${process.env['WINNOW_E2E_DATA']}/demo`,
        WINNOW_MODE: 'demo',
      },
    },
  )
  return stdout
}
