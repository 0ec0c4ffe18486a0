import path from 'node:path'
import { defineConfig, devices } from '@playwright/test'
import { findChromium } from './support/browser'

// Settled once: this file is loaded again in every worker, and tests find the product's data folder here.
process.env.CHROMIUM_PATH ??= findChromium()
const root = path.resolve(import.meta.dirname, '..')
const port = (process.env.WINNOW_E2E_PORT ??= '3177')
const data = (process.env.WINNOW_E2E_DATA ??= path.join(root, '.winnow-e2e'))
const baseURL = `http://localhost:${port}`

/** The whole product, built, with its worker and the demo world, on a port and in a data folder of its own. */
export default defineConfig({
  testDir: './e2e',
  testMatch: '**/*.e2e.ts',
  outputDir: path.join(root, 'test-results'),
  // One world, and the tests of a file tell one story in it.
  fullyParallel: false,
  workers: 2,
  forbidOnly: Boolean(process.env.CI),
  timeout: 60_000,
  expect: { timeout: 10_000 },
  use: {
    baseURL,
    locale: 'en-GB',
    timezoneId: 'UTC',
    trace: 'retain-on-failure',
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: process.env.CHROMIUM_PATH,
      args: [
        '--disable-gpu',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-dev-shm-usage',
      ],
    },
  },
  projects: [{ name: 'chromium', use: { ...devices['Desktop Chrome'] } }],
  webServer: {
    command: 'node lib/runtime/bootstrap.mjs lib/runtime/start.ts --ephemeral',
    cwd: root,
    url: `${baseURL}/api/health`,
    timeout: 240_000,
    reuseExistingServer: false,
    stdout: 'ignore',
    stderr: 'pipe',
    // Without it the launcher is killed outright and leaves its database running.
    gracefulShutdown: { signal: 'SIGTERM', timeout: 30_000 },
    env: { PORT: port, HOST: '127.0.0.1', WINNOW_DATA: data, WINNOW_MODE: 'demo', ...blank() },
  },
})

/** What the developer's own shell may hold must not reach the product under test. */
function blank(): Record<string, string> {
  const names = [
    'DATABASE_URL',
    'WINNOW_SEQUENCER_URL',
    'WINNOW_URL',
    'SMTP_URL',
    'TRUSTED_PROXIES',
    'NODE_ENV',
    'WINNOW_FAILPOINT',
  ]
  return Object.fromEntries(names.map((name) => [name, '']))
}
