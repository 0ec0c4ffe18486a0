import { rmSync } from 'node:fs'
import path from 'node:path'
import { defineConfig, devices } from '@playwright/test'
import { findChromium } from './support/browser'

// Settled once: this file is loaded again in every worker, and tests find the data folder here.
process.env.CHROMIUM_PATH ??= findChromium()
const root = path.resolve(import.meta.dirname, '..')
const demoPort = (process.env.WINNOW_E2E_PORT ??= '3177')
const organisationPort = (process.env.WINNOW_E2E_ORGANISATION_PORT ??= '3178')
const data = (process.env.WINNOW_E2E_DATA ??= emptied(path.join(root, '.winnow-e2e')))
/** One of the two alone: run-playwright.ts runs them side by side. Both where nobody asks. */
const asked = process.env.WINNOW_E2E_WORLD
const isAsked = (world: 'demo' | 'organisation') => !asked || asked === world

const demo = `http://localhost:${demoPort}`
const organisation = `http://localhost:${organisationPort}`
const chromium = devices['Desktop Chrome']

/**
 * The whole product, built, with its worker, twice: as the demonstration with its invented world, and as an organisation
 * runs it, in production mode with a mail server and single sign-on, where nobody has an account yet.
 */
export default defineConfig({
  testDir: './e2e',
  testMatch: '**/*.e2e.ts',
  outputDir: path.join(root, 'test-results', asked ?? ''),
  // One world each, and the tests of a file follow each other in it.
  fullyParallel: false,
  // The organisation's tests mostly wait: for mail, for jobs, for the ten seconds in which a decision can be taken back.
  workers: asked === 'organisation' ? 1 : 2,
  forbidOnly: Boolean(process.env.CI),
  // One more attempt where the machine is shared with others: it is named at the end of the run, see run-playwright.ts.
  retries: process.env.CI ? 1 : 0,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  use: {
    locale: 'en-GB',
    timezoneId: 'UTC',
    // Recording what may fail takes as long as the tests: `--trace retain-on-failure` when one has to be looked at.
    trace: 'off',
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
  projects: [
    ...(isAsked('organisation') ? organisationProjects() : []),
    ...(isAsked('demo') ? [demoProject()] : []),
  ],
  webServer: [
    ...(isAsked('demo') ? [demoServer()] : []),
    ...(isAsked('organisation') ? [organisationServer()] : []),
  ],
})

function organisationProjects() {
  const use = { ...chromium, baseURL: organisation }
  return [
    { name: 'first-start', testMatch: 'set-up.e2e.ts', use },
    {
      name: 'organisation',
      testMatch: ['story.e2e.ts', 'oidc.e2e.ts'],
      dependencies: ['first-start'],
      use,
    },
  ]
}

function demoProject() {
  return {
    name: 'demo',
    testIgnore: ['set-up.e2e.ts', 'story.e2e.ts', 'oidc.e2e.ts'],
    use: { ...chromium, baseURL: demo },
  }
}

function organisationServer() {
  return server('tests/support/organisation.ts', organisation, {
    PORT: organisationPort,
    WINNOW_DATA: path.join(data, 'organisation'),
  })
}

function demoServer() {
  return server('lib/runtime/start.ts --ephemeral', demo, {
    PORT: demoPort,
    WINNOW_DATA: path.join(data, 'demo'),
    WINNOW_MODE: 'demo',
    // The tests are the proxy: each says which network it comes from, see e2e/support.ts.
    TRUSTED_PROXIES: '1',
  })
}

/** What an earlier run left there belongs to databases that are gone. */
function emptied(folder: string): string {
  rmSync(folder, { recursive: true, force: true })
  return folder
}

function server(entry: string, url: string, env: Record<string, string>) {
  return {
    command: `node lib/runtime/bootstrap.mjs ${entry}`,
    cwd: root,
    url: `${url}/api/health`,
    timeout: 240_000,
    reuseExistingServer: false,
    stdout: 'ignore' as const,
    stderr: 'pipe' as const,
    // Without it the launcher is killed outright and leaves its database running.
    gracefulShutdown: { signal: 'SIGTERM' as const, timeout: 30_000 },
    env: { HOST: '127.0.0.1', ...blank(), ...env },
  }
}

/** What the developer's own shell may hold must not reach the product under test. */
function blank(): Record<string, string> {
  const names = [
    'DATABASE_URL',
    'WINNOW_SEQUENCER_URL',
    'WINNOW_URL',
    'WINNOW_MODE',
    'SMTP_URL',
    'OIDC_ISSUER',
    'OIDC_CLIENT_ID',
    'OIDC_CLIENT_SECRET',
    'TRUSTED_PROXIES',
    'NODE_ENV',
    'WINNOW_FAILPOINT',
  ]
  return Object.fromEntries(names.map((name) => [name, '']))
}
