import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { NoticeType } from '@/lib/notices/notice'
import { parseNotice } from '@/lib/notices/parse-notice'
import { parseCsv } from '@/tests/accept/raters/csv'

/**
 * `npm run bench:notices -- <data folder>`: how well real letters are read, by their text alone. The letters are other people's and not in the
 * repository.
 *
 * What is counted. The type is what the host that got the letter filed it under, the number how many repositories it acted on: both were
 * entered by people, so a repository that was already gone, or forks it did not act on, are in the letter and not in the number.
 *
 * The letters are parted by the first bit of the SHA-256 of their bytes. Those of one half were read while the parser was written; of the other
 * only the totals are printed, and nobody looked at more than those (which were printed several times while the parser was written).
 */
const TYPES: readonly NoticeType[] = ['takedown', 'counternotice', 'retraction', 'reversal']

type Gold = { number: number; text: string; bytes: Buffer; type: NoticeType; count: number }
type Judged = Gold & { readType: NoticeType; readCount: number; baseline: number; named: number }

const folder = path.join(process.argv[2] ?? '', 'github-dmca')
if (process.argv[2] === undefined || !existsSync(folder)) {
  console.error('Say where the real data are: npm run bench:notices -- <folder that holds github-dmca>')
  process.exit(2)
}

const judged = goldOf(folder).map(judge)
const [read, unread] = [judged.filter(isTuned), judged.filter((notice) => !isTuned(notice))]
report('letters read while tuning', read)
wrongOnes(read)
confusion(read)
report('letters nobody looked at', unread)
report('all letters', judged)

function goldOf(from: string): Gold[] {
  const rows = parseCsv(readFileSync(path.join(from, 'index.csv'), 'utf8'))
  return rows.flatMap((row, number) => {
    const type = TYPES.find((known) => known === row.type_gold)
    const file = row.file
    if (!type || file === undefined || !row.repos_affected_gold) return []
    const bytes = readFileSync(path.join(from, 'notices', file))
    return [{ number, bytes, text: bytes.toString('utf8'), type, count: Number(row.repos_affected_gold) }]
  })
}

function judge(gold: Gold): Judged {
  const { type, places, links } = parseNotice(gold.text)
  const things = links.filter(
    ({ place, role }) => place.kind !== 'page' && place.kind !== 'account' && role !== 'notice',
  )
  return {
    ...gold,
    named: new Set(things.map(({ place }) => place.key)).size,
    readType: type.value,
    readCount: places.length,
    baseline: distinctRepositories(gold.text),
  }
}

/** For comparison: counting the addresses of repositories and nothing else, not the register's own, and at least one. */
function distinctRepositories(text: string): number {
  const named = [...text.matchAll(/(?<![\w.])(?:www\.)?github\.com\/([\w.-]+)\/([\w.-]+)/gi)]
  const distinct = new Set(
    named.map(([, owner, name]) => `${owner}/${name?.replace(/\.git$/i, '')}`.toLowerCase()),
  )
  distinct.delete('github/dmca')
  return Math.max(1, distinct.size)
}

function isTuned({ bytes }: Gold): boolean {
  return (createHash('sha256').update(bytes).digest()[0] ?? 0) % 2 === 0
}

function report(name: string, notices: readonly Judged[]): void {
  const count = notices.filter((notice) => notice.count === notice.readCount).length
  const baseline = notices.filter((notice) => notice.count === notice.baseline).length
  console.log(`\n${name}: ${notices.length}`)
  console.log(
    `  type   macro-F1 ${macroF1(notices).toFixed(3)}, right ${share(right(notices), notices.length)}`,
  )
  console.log(
    `  count  right ${share(count, notices.length)}; distinct repository addresses ${share(baseline, notices.length)}`,
  )
  const wrong = notices.filter((notice) => notice.count !== notice.readCount)
  const [more, fewer, all] = [
    wrong.filter(({ count, named }) => count > named),
    wrong.filter(({ count, named }) => count < named),
    wrong.filter(({ count, named }) => count === named),
  ]
  console.log(
    `         of the other ${wrong.length} the number is higher than all things named in ${more.length}, lower in ${fewer.length}, that of all in ${all.length}`,
  )
}

function right(notices: readonly Judged[]): number {
  return notices.filter((notice) => notice.type === notice.readType).length
}

function share(of: number, all: number): string {
  return `${of} of ${all} (${((100 * of) / all).toFixed(1)} %)`
}

/** Over the types that are there: a type with no letter has no F1. */
function macroF1(notices: readonly Judged[]): number {
  const there = TYPES.filter((type) => notices.some((notice) => notice.type === type))
  const sum = there.reduce((total, type) => total + f1(notices, type), 0)
  return sum / there.length
}

function f1(notices: readonly Judged[], type: NoticeType): number {
  const gold = notices.filter((notice) => notice.type === type).length
  const said = notices.filter((notice) => notice.readType === type).length
  const both = notices.filter((notice) => notice.type === type && notice.readType === type).length
  return (2 * both) / (gold + said)
}

function wrongOnes(notices: readonly Judged[]): void {
  for (const { number, type, readType, count, readCount } of notices) {
    if (type !== readType) console.log(`  line ${number + 2} of the index: ${type} read as ${readType}`)
    if (count !== readCount)
      console.log(`  line ${number + 2} of the index: ${count} repositories read as ${readCount}`)
  }
}

function confusion(notices: readonly Judged[]): void {
  console.log(
    `\n  ${'filed as ↓ read as →'.padEnd(22)}${TYPES.map((type) => type.padStart(15)).join('')}       F1`,
  )
  for (const type of TYPES) {
    const row = TYPES.map(
      (other) => notices.filter((notice) => notice.type === type && notice.readType === other).length,
    )
    console.log(
      `  ${type.padEnd(22)}${row.map((n) => String(n).padStart(15)).join('')}    ${f1(notices, type).toFixed(3)}`,
    )
  }
}
