import { stripVTControlCharacters } from 'node:util'
import type { Ending } from '@/tests/support/run-program'

/** `failures`: what failed, by file and name, with the first line of why. `again`: what passed only at its second attempt. */
export type Counts = {
  passed: number
  failed: number
  skipped: number
  failures: readonly string[]
  again: readonly string[]
}

export const NOTHING: Counts = { passed: 0, failed: 0, skipped: 0, failures: [], again: [] }

export const add = (a: Counts, b: Counts): Counts => ({
  passed: a.passed + b.passed,
  failed: a.failed + b.failed,
  skipped: a.skipped + b.skipped,
  failures: [...a.failures, ...b.failures],
  again: [...a.again, ...b.again],
})

/** `12 passed, 0 failed`, and `, 1 skipped` if any. */
export const summary = ({ passed, failed, skipped }: Counts): string =>
  `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`

/**
 * What a runner counted, corrected by how it ended: one that crashed, or found nothing to run, is a failure even if no
 * test of it failed. Why is said with its last words: an error outside every test stands nowhere else.
 */
export function settle(runner: string, counted: Counts | undefined, { status, lastWords }: Ending): Counts {
  const counts = counted ?? NOTHING
  if (counts.failed > 0) return counts
  const ran = counts.passed > 0
  if (status === 0 && ran) return counts
  const how = ran ? `ended with status ${status ?? 'unknown'}` : 'ran no test'
  const words = lastWords
    .split(/\s*\n\s*/u)
    .filter(Boolean)
    .join(' | ')
  return { ...counts, failed: 1, failures: [`${runner} ${how}: counted as one failure. ${words}`.trim()] }
}

/** The first line of a message, without the colours of a terminal. */
export const firstLine = (message = ''): string =>
  (
    stripVTControlCharacters(message)
      .split('\n')
      .find((line) => line.trim() !== '') ?? ''
  )
    .trim()
    .slice(0, 300)
