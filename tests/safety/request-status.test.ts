import { expect, test } from 'vitest'
import { repositoryFiles } from '../support/repository'

/** Those that change a request, and what of it. */
const CHANGE: Record<string, string> = {
  'lib/takedowns/clocks.ts': 'when it is due',
  'lib/takedowns/give-info.ts': 'what was declared',
  'lib/takedowns/take-up.ts': 'that it was confirmed',
  'lib/takedowns/take.ts': 'its status',
}

test('the status of a request is changed by one function, which asks the table of steps and writes the event', () => {
  const changing = repositoryFiles(/^(app|lib)\/.*\.tsx?$/).filter(({ text }) =>
    /\.update\(\s*takedownRequest\s*\)|\bupdate\s+(only\s+)?"?takedown_request"?\s/i.test(text),
  )
  expect(changing.map(({ file }) => file).sort()).toEqual(Object.keys(CHANGE).sort())
  for (const { file, text } of changing) {
    const sets = text.match(/\.set\([^)]*\)|\bset\s+due_at[^`]*/g) ?? []
    expect(sets.length, file).toBeGreaterThan(0)
    const hasStatus = sets.some((set) => /\bstatus\b/.test(set))
    expect(hasStatus, `${file} changes ${CHANGE[file]}`).toBe(CHANGE[file] === 'its status')
  }
})
