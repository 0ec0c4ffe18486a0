import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { ensureBuilt } from '@/lib/runtime/build'
import { freePort } from '@/lib/runtime/port'
import { fromRoot } from '@/lib/runtime/root'
import { findChromium } from '@/tests/support/browser'
import { add, firstLine, NOTHING, settle, type Counts } from '@/tests/support/counts'
import { runProgram } from '@/tests/support/run-program'

const suite = z.object({
  specs: z.array(
    z.object({
      file: z.string(),
      title: z.string(),
      ok: z.boolean(),
      tests: z.array(
        z.object({
          status: z.enum(['expected', 'unexpected', 'flaky', 'skipped']),
          results: z.array(z.object({ error: z.object({ message: z.string().optional() }).optional() })),
        }),
      ),
    }),
  ),
  get suites(): z.ZodOptional<z.ZodArray<typeof suite>> {
    return z.array(suite).optional()
  },
})

const report = z.object({
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number(), skipped: z.number() }),
  suites: z.array(suite),
  errors: z.array(z.object({ message: z.string().optional() })),
})

/** The product, built and started on free ports, in a real browser. What keeps it from starting is one failure. */
export async function runPlaywright(folder: string): Promise<Counts> {
  try {
    // At once: asked for one after the other they may be the same.
    const [demo, organisation] = await Promise.all([freePort(), freePort()])
    const env: NodeJS.ProcessEnv = {
      ...process.env,
      CHROMIUM_PATH: findChromium(),
      WINNOW_E2E_PORT: String(demo),
      WINNOW_E2E_ORGANISATION_PORT: String(organisation),
      WINNOW_E2E_DATA: path.join(folder, 'e2e'),
      // Two write to one terminal: neither can go back over its lines.
      PLAYWRIGHT_FORCE_TTY: '0',
      FORCE_COLOR: process.stdout.isTTY ? '1' : '0',
    }
    await ensureBuilt(new AbortController().signal)
    // Side by side: a world is made, and what an organisation's tests wait for is waited for, while the others run.
    const counts = await Promise.all(WORLDS.map((world) => runWorld(world, folder, env)))
    return counts.reduce(add)
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    return { ...NOTHING, failed: 1, failures: [`The browser tests could not run: ${why}`] }
  }
}

/** See tests/playwright.config.ts. */
const WORLDS = ['demo', 'organisation'] as const

async function runWorld(
  world: (typeof WORLDS)[number],
  folder: string,
  env: NodeJS.ProcessEnv,
): Promise<Counts> {
  const file = path.join(folder, `playwright-${world}.json`)
  const args = ['test', `--config=${fromRoot('tests/playwright.config.ts')}`, '--reporter=list,json']
  const ending = await runProgram([fromRoot('node_modules/@playwright/test/cli.js'), ...args], {
    ...env,
    WINNOW_E2E_WORLD: world,
    PLAYWRIGHT_JSON_OUTPUT_NAME: file,
  })
  const counted = existsSync(file) ? count(readFileSync(file, 'utf8')) : undefined
  return settle(`playwright (${world})`, counted, ending)
}

function count(text: string): Counts {
  const { stats, suites, errors } = report.parse(JSON.parse(text))
  return {
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected,
    skipped: stats.skipped,
    failures: [...suites.flatMap(FAILED), ...errors.map(({ message }) => firstLine(message))],
    again: suites.flatMap(UNSTEADY),
  }
}

type Suite = z.infer<typeof suite>

const named =
  (status: 'unexpected' | 'flaky') =>
  ({ specs, suites }: Suite): string[] => {
    const found = specs.flatMap(({ file, title, tests }) =>
      tests
        .filter((test) => test.status === status)
        .map(({ results }) => {
          const why = results.map(({ error }) => error?.message).find(Boolean)
          return `${file}: ${title}: ${firstLine(why)}`
        }),
    )
    return [...found, ...(suites ?? []).flatMap(named(status))]
  }

const FAILED = named('unexpected')
const UNSTEADY = named('flaky')
