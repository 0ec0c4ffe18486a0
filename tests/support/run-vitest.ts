import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { fromRoot } from '@/lib/runtime/root'
import { settle, type Counts } from '@/tests/support/counts'
import { runProgram } from '@/tests/support/run-program'

const report = z.object({
  numPassedTests: z.number(),
  numPendingTests: z.number(),
  numTodoTests: z.number(),
  testResults: z.array(
    z.object({ status: z.string(), assertionResults: z.array(z.object({ status: z.string() })) }),
  ),
})

/** Everything that needs no browser. */
export async function runVitest(folder: string): Promise<Counts> {
  const file = path.join(folder, 'vitest.json')
  const status = await runProgram([
    fromRoot('node_modules/vitest/vitest.mjs'),
    'run',
    `--config=${fromRoot('tests/vitest.config.ts')}`,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${file}`,
  ])
  return settle('vitest', existsSync(file) ? count(readFileSync(file, 'utf8')) : undefined, status)
}

/** A file that could not be loaded, or whose hook failed, has no failed test in it and is a failure all the same. */
function count(text: string): Counts {
  const { numPassedTests, numPendingTests, numTodoTests, testResults } = report.parse(JSON.parse(text))
  const failed = testResults.map(({ status, assertionResults }) => {
    const tests = assertionResults.filter((test) => test.status === 'failed').length
    return status === 'failed' ? Math.max(tests, 1) : tests
  })
  return {
    passed: numPassedTests,
    failed: failed.reduce((sum, n) => sum + n, 0),
    skipped: numPendingTests + numTodoTests,
  }
}
