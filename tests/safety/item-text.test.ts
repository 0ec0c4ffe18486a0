import { expect, test } from 'vitest'
import { importsOf, repositoryFiles } from '../support/repository'

/** What hands out texts of items as they are. */
const SOURCES = /\/(item-fields|indexed-rows)$/

/** Those whose texts go to a page or a file: each lets out of them what `safe-view` does. */
const SHOWN = [
  'lib/review/case-view.ts',
  'lib/review/found-passages.ts',
  'lib/review/neighbours.ts',
  'lib/review/queries.ts',
  'lib/takedowns/shown-texts.ts',
  'lib/throttle/queries.ts',
]

/** Those that read texts and show none of them, and the auditor's, who opens an entry that was drawn, on record. */
const READ = [
  'lib/audit-draw/drawn-entry.ts',
  'lib/golden/answer.ts',
  'lib/near-duplicates/index-items.ts',
  'lib/near-duplicates/item-text.ts',
  'lib/near-duplicates/neighbours-of.ts',
  'lib/other-side/leads-to.ts',
  'lib/other-side/removed-items.ts',
  'lib/review/case-sources.ts',
  'lib/review/decision-spans.ts',
  'lib/review/judged-passages.ts',
  'lib/review/keep-items.ts',
  'lib/review/locate-reported.ts',
  'lib/review/override-by-digest.ts',
  'lib/review/report-row.ts',
  'lib/review/search-cases.ts',
  'lib/review/tell-languages.ts',
  'lib/review/unseen.ts',
  // E-mail addresses, of which only the first letters are shown.
  'lib/takedowns/proof-options.ts',
  // Where a typed passage stands.
  'lib/takedowns/passages-in.ts',
  'lib/takedowns/reach-sources.ts',
  'lib/takedowns/scan.ts',
]

/** Rows as they are: for the lead who judges whose they are, and for whom they are about when two people agree (GDPR Art. 15). */
const GIVEN = ['lib/takedowns/answer-rows.ts']

test('a text leaves the server only through what masks and covers it', () => {
  const readers = repositoryFiles(/^(app|components|lib)\/.*\.tsx?$/).filter(({ text }) =>
    importsOf(text).some((name) => SOURCES.test(name)),
  )
  expect(readers.map(({ file }) => file).sort()).toEqual([...SHOWN, ...READ, ...GIVEN].sort())
  for (const { file, text } of readers) {
    // `protectField` is protect-found's, `shownItem` found-passages'.
    if (SHOWN.includes(file)) expect(text, file).toMatch(/protectText\(|protectField\(|shownItem\(/)
  }
})
