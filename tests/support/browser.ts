import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { chromium } from '@playwright/test'

/**
 * Path of a Chromium that runs: CHROMIUM_PATH, a headless shell that is installed, a whole browser, or Playwright's own. As root on a
 * Debian the distribution's headless shell (64 MB) is installed now where there is none of these, and in CI where there is no shell: a
 * whole browser opens a window with two pages of its own for each profile, and takes twice the processor time for the same tests (227 s
 * and 112 s for 55 pages). Throws a sentence that says what to do.
 */
export function findChromium(): string {
  const given = process.env.CHROMIUM_PATH
  if (given) {
    if (runs(given)) return given
    throw new Error(`CHROMIUM_PATH=${given} is not a browser that runs.`)
  }
  const found = shell() ?? (process.env.CI ? undefined : whole())
  if (found) return found
  const failed = installWithApt()
  const fresh = shell() ?? whole()
  if (fresh) return fresh
  throw new Error(
    failed ??
      'There is no Chromium: install one and say where it is in CHROMIUM_PATH, or run `npx playwright install chromium`.',
  )
}

const shell = () => inPath(['chromium-headless-shell']).find(runs)

const whole = () =>
  [
    ...inPath(['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome']),
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    chromium.executablePath(),
  ].find(runs)

function inPath(names: string[]): string[] {
  const folders = (process.env.PATH ?? '').split(path.delimiter)
  return names.flatMap((name) => folders.map((folder) => path.join(folder, name)))
}

/** A file alone proves nothing: Ubuntu's `chromium` is a script that asks for snap. */
function runs(file: string): boolean {
  return existsSync(file) && spawnSync(file, ['--version', '--no-sandbox'], { timeout: 30_000 }).status === 0
}

/** What kept it from that, if something did; nothing also where there is no apt, or nobody who may use it. */
function installWithApt(): string | undefined {
  if (process.getuid?.() !== 0 || spawnSync('apt-get', ['--version']).status !== 0) return undefined
  console.error('Installing a Chromium with apt-get, for the browser tests …')
  const env: NodeJS.ProcessEnv = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const wait = ['-o', 'DPkg::Lock::Timeout=300', '-qq']
  for (const args of [['update'], ['install', '-y', '--no-install-recommends', 'chromium-headless-shell']]) {
    const result = spawnSync('apt-get', [...wait, ...args], { env, stdio: ['ignore', 2, 2] })
    if (result.status !== 0)
      return `apt-get ${args.join(' ')} failed, see above; set CHROMIUM_PATH to a Chromium instead.`
  }
  return undefined
}
