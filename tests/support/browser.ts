import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { chromium } from '@playwright/test'

/**
 * Path of a Chromium that runs: CHROMIUM_PATH, one that is installed, Playwright's own, or, as root on a Debian, the
 * distribution's package installed now (about 110 MB). Throws a sentence that says what to do.
 */
export function findChromium(): string {
  const given = process.env.CHROMIUM_PATH
  if (given) {
    if (runs(given)) return given
    throw new Error(`CHROMIUM_PATH=${given} is not a browser that runs.`)
  }
  const found = [...installed(), chromium.executablePath()].find(runs)
  if (found) return found
  installWithApt()
  const fresh = installed().find(runs)
  if (fresh) return fresh
  throw new Error(
    'There is no Chromium: install one and say where it is in CHROMIUM_PATH, or run `npx playwright install chromium`.',
  )
}

function installed(): string[] {
  const folders = (process.env.PATH ?? '').split(path.delimiter)
  const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome']
  const known = [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ]
  return [...names.flatMap((name) => folders.map((folder) => path.join(folder, name))), ...known].filter(
    (file) => existsSync(file),
  )
}

/** A file alone proves nothing: Ubuntu's `chromium` is a script that asks for snap. */
function runs(file: string): boolean {
  return existsSync(file) && spawnSync(file, ['--version', '--no-sandbox'], { timeout: 30_000 }).status === 0
}

function installWithApt(): void {
  if (process.getuid?.() !== 0 || spawnSync('apt-get', ['--version']).status !== 0) return
  console.error('Installing Chromium with apt-get, because the browser tests need one …')
  const env: NodeJS.ProcessEnv = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const wait = ['-o', 'DPkg::Lock::Timeout=300', '-qq']
  for (const args of [['update'], ['install', '-y', '--no-install-recommends', 'chromium']]) {
    const result = spawnSync('apt-get', [...wait, ...args], { env, stdio: ['ignore', 2, 2] })
    if (result.status !== 0)
      throw new Error(`apt-get ${args.join(' ')} failed, see above; set CHROMIUM_PATH to a Chromium instead.`)
  }
}
