import { expect, test } from 'vitest'
import { fromRoot } from '@/lib/runtime/root'
import { literalsIn } from '../support/literals'
import { repositoryFiles } from '../support/repository'

/** Where what is said stays English: the command line and the worker, what is signed or stored, and faults for operators. */
const ENGLISH =
  /^lib\/(audit-draw\/check|backup\/|cli\/|clocks\/|demo\/|detection\/|exports\/|i18n\/|mail\/smtp|notices\/|policies\/|release-format\/|runtime\/|tlog\/|transparency\/eu-parts|releases\/|log\/|review\/override-by-digest)/

/** The same in every language. */
const NAMES = /^(Winnow|\d+ ?%)$/

/** Addresses for machines, and what is pasted into a shell. */
const CODE = [/^app\/log\//, /releases\/\[version\]\/use-it\.tsx$/]

test('what people read in app and components comes from lib/i18n', () => {
  const wrong = repositoryFiles(/^(app|components)\/.*\.tsx?$/)
    .filter(({ file }) => !CODE.some((place) => place.test(file)))
    .flatMap(({ file }) =>
      literalsIn(fromRoot(file))
        .filter(({ text }) => !NAMES.test(text))
        .map(({ line, text }) => `${file}:${line}: ${text}`),
    )
  expect(wrong).toEqual([])
})

test('what the library refuses, it refuses in the language of whoever asks', () => {
  const refusal =
    /\b(invalid|forbidden|conflict|unavailable|lawfullyGone|rateLimited|missing)\(\s*(['`][^'`]*)/g
  const wrong = repositoryFiles(/^lib\/.*\.ts$/)
    .filter(({ file }) => !ENGLISH.test(file))
    .flatMap(({ file, text }) => [...text.matchAll(refusal)].map((match) => `${file}: ${match[0]}`))
  expect(wrong).toEqual([])
})

test('rules of forms say what is wrong in the language of whoever asks', () => {
  const rule =
    /\.(min|max|length|regex|refine|email|url|uuid|nonempty|int|trim)\([^()]*?,\s*(['`][A-Z][^'`]*)/g
  const wrong = repositoryFiles(/^lib\/.*\.ts$/)
    .filter(({ file }) => !ENGLISH.test(file))
    .flatMap(({ file, text }) => [...text.matchAll(rule)].map((match) => `${file}: ${match[2]}`))
  expect(wrong).toEqual([])
})

test('an issue that is added to a form says its message: an `error` would be passed over', () => {
  const wrong = repositoryFiles(/^(lib|app)\/.*\.tsx?$/).flatMap(({ file, text }) =>
    [...text.matchAll(/\.addIssue\([^\n]*\.\.\.asks\(/g)].map((match) => `${file}: ${match[0]}`),
  )
  expect(wrong).toEqual([])
})

/** Names in the database, of hotlines, of code points and of providers; SQL; beginnings of files; progress; words beside their language. */
const OTHERS = [
  'lib/auth/options.ts',
  'lib/datasets/compare-revisions.ts',
  'lib/datasets/index-files.ts',
  'lib/datasets/index-segment.ts',
  'lib/datasets/indexed-rows.ts',
  'lib/datasets/known-items.ts',
  'lib/datasets/read/parquet.ts',
  'lib/datasets/read/sniff.ts',
  'lib/erasure/finish.ts',
  'lib/erasure/places.ts',
  'lib/erasure/rewrite-segment.ts',
  'lib/erasure/rewrite-shard.ts',
  'lib/format.ts',
  'lib/pending/collect.ts',
  'lib/review/default-queues.ts',
  'lib/senders/openapi.ts',
  'lib/suppression/reach.ts',
  'lib/takedowns/index-hits.ts',
  'lib/takedowns/legal-ground.ts',
  'lib/text/language.ts',
  'lib/text/visible.ts',
  'lib/urgent/hotlines.ts',
]

test('no other sentence of the library stands outside lib/i18n', () => {
  const places = repositoryFiles(/^lib\/.*\.ts$/)
    .filter(({ file }) => !ENGLISH.test(file) && literalsIn(fromRoot(file)).length > 0)
    .map(({ file }) => file)
  expect(places.sort()).toEqual(OTHERS)
})

test('a letter is in the language of its reader: only files, lists and the console say something in English', () => {
  const places = repositoryFiles(/^(app|components|lib)\/.*\.tsx?$/)
    .filter(({ text }) => /import \{[^}]*\benglish\b[^}]*\} from '@\/lib\/i18n\/say'/.test(text))
    .map(({ file }) => file)
  expect(places.sort()).toEqual([
    'lib/bulk/results.ts',
    'lib/register/feed.ts',
    'lib/request-bulk/queries.ts',
    'lib/runtime/announce.ts',
  ])
})
