import path from 'node:path'
import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

const root = path.resolve(import.meta.dirname, '..')

/** Over twenty seconds each: begun last, they would have the other processor wait for them. */
const LONG = [
  'import-crash',
  'review-concurrency',
  'review-machine',
  'publish-crash',
  'backup',
  'erasure',
  'log-recover',
  'log-crash',
]

/** Vitest begins with the largest files, which says nothing of how long they take. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const isLong = ({ moduleId }: TestSpecification) =>
      LONG.some((name) => moduleId.endsWith(`/${name}.test.ts`))
    const sorted = await super.sort(files)
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))]
  }
}

/** Three projects: `unit` (pure), `db` (a real Postgres, one cloned database per file), `safety` (tests that read the repository). */
export default defineConfig({
  root,
  resolve: {
    alias: { '@': root, 'server-only': path.join(import.meta.dirname, 'support/server-only.ts') },
  },
  test: {
    // Generous, for machines that are busy: what hangs is found, what is slow is the bench's business.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    maxWorkers: 2,
    // Loading the product anew for each file was a third of the processor time: 174 s of 520, and as much again in starting processes.
    isolate: false,
    setupFiles: ['tests/support/afresh.ts'],
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['tests/unit/**/*.test.ts', 'tests/conformance/**/*.test.ts'],
          globalSetup: ['tests/support/programs.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'db',
          include: ['tests/db/**/*.test.ts'],
          globalSetup: ['tests/support/programs.ts', 'tests/support/postgres.ts'],
          fileParallelism: true,
        },
      },
      { extends: true, test: { name: 'safety', include: ['tests/safety/**/*.test.ts'] } },
    ],
  },
})
