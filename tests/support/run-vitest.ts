import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { fromRoot } from '@/lib/runtime/root'
import { firstLine, settle, type Counts } from '@/tests/support/counts'
import { runProgram } from '@/tests/support/run-program'

const report = z.object({
  numPassedTests: z.number(),
  numPendingTests: z.number(),
  numTodoTests: z.number(),
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      message: z.string(),
      assertionResults: z.array(
        z.object({
          status: z.string(),
          fullName: z.string(),
          failureMessages: z.array(z.string()).nullish(),
        }),
      ),
    }),
  ),
})

/** Everything that needs no browser. */
export async function runVitest(folder: string): Promise<Counts> {
  const file = path.join(folder, 'vitest.json')
  const ending = await runProgram([
    fromRoot('node_modules/vitest/vitest.mjs'),
    'run',
    `--config=${fromRoot('tests/vitest.config.ts')}`,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${file}`,
  ])
  return settle('vitest', existsSync(file) ? count(readFileSync(file, 'utf8')) : undefined, ending)
}

/** A file that could not be loaded, or whose hook failed, has no failed test in it and is a failure all the same. */
function count(text: string): Counts {
  const { numPassedTests, numPendingTests, numTodoTests, testResults } = report.parse(JSON.parse(text))
  const failures = testResults.flatMap(({ name, status, message, assertionResults }) => {
    const at = path.relative(fromRoot('.'), name)
    const tests = assertionResults
      .filter((test) => test.status === 'failed')
      .map(({ fullName, failureMessages }) => `${at}: ${fullName}: ${firstLine(failureMessages?.[0])}`)
    return status === 'failed' && tests.length === 0 ? [`${at}: ${firstLine(message)}`] : tests
  })
  return {
    passed: numPassedTests,
    failed: failures.length,
    skipped: numPendingTests + numTodoTests,
    failures,
    again: [],
  }
}
