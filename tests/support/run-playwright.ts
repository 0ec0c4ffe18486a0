import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { ensureBuilt } from '@/lib/runtime/build'
import { freePort } from '@/lib/runtime/port'
import { fromRoot } from '@/lib/runtime/root'
import { findChromium } from '@/tests/support/browser'
import { settle, type Counts } from '@/tests/support/counts'
import { runProgram } from '@/tests/support/run-program'

const report = z.object({
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number(), skipped: z.number() }),
})

/** The product, built and started on free ports, in a real browser. What keeps it from starting is one failure. */
export async function runPlaywright(folder: string): Promise<Counts> {
  const file = path.join(folder, 'playwright.json')
  try {
    // At once: asked for one after the other they may be the same.
    const [demo, organisation] = await Promise.all([freePort(), freePort()])
    const env: NodeJS.ProcessEnv = {
      ...process.env,
      CHROMIUM_PATH: findChromium(),
      WINNOW_E2E_PORT: String(demo),
      WINNOW_E2E_ORGANISATION_PORT: String(organisation),
      WINNOW_E2E_DATA: path.join(folder, 'e2e'),
      PLAYWRIGHT_JSON_OUTPUT_NAME: file,
      FORCE_COLOR: process.stdout.isTTY ? '1' : '0',
    }
    await ensureBuilt(new AbortController().signal)
    const args = ['test', `--config=${fromRoot('tests/playwright.config.ts')}`, '--reporter=list,json']
    const status = await runProgram([fromRoot('node_modules/@playwright/test/cli.js'), ...args], env)
    return settle('playwright', existsSync(file) ? count(readFileSync(file, 'utf8')) : undefined, status)
  } catch (error) {
    console.log(
      `\nThe browser tests could not run: ${error instanceof Error ? error.message : String(error)}`,
    )
    return { passed: 0, failed: 1, skipped: 0 }
  }
}

function count(text: string): Counts {
  const { expected, unexpected, flaky, skipped } = report.parse(JSON.parse(text)).stats
  return { passed: expected, failed: unexpected + flaky, skipped }
}
