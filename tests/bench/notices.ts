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
 * What is counted. The type is what the host that got the letter filed it under, the number how many repositories it says it acted on. Neither is
 * always what the letter asks for: a repository that was already gone is in the letter and not in the number, and from some year on the numbers
 * are those of a program that counts addresses (`plainCount`), the sender's own among them. So both counts are printed by period, with
 * which of the two the number follows where they differ.
 *
 * The letters are in three parts by the first two bits of the SHA-256 of their bytes. Those of the first were read while the parser was written, those
 * of the second once it was finished, to mend what it had not learned. Of the third only totals are printed, and nobody has read it.
 */
const TYPES: readonly NoticeType[] = ['takedown', 'counternotice', 'retraction', 'reversal']

const PARTS = {
  first: 'letters read while the parser was written',
  later: 'letters read once it was finished',
  never: 'letters nobody has read',
} as const
type Part = keyof typeof PARTS

/** The first year whose numbers are a program's, as far as the letters that were read can show. */
const COUNTED_SINCE = 2018

type Gold = { number: number; year: number; text: string; bytes: Buffer; type: NoticeType; count: number }
type Judged = Gold & { readType: NoticeType; readCount: number; plain: number; named: number }

const folder = path.join(process.argv[2] ?? '', 'github-dmca')
if (process.argv[2] === undefined || !existsSync(folder)) {
  console.error('Say where the real data are: npm run bench:notices -- <folder that holds github-dmca>')
  process.exit(2)
}

const judged = goldOf(folder).map(judge)
for (const part of ['first', 'later', 'never'] as const) {
  const notices = judged.filter((notice) => partOf(notice) === part)
  report(PARTS[part], notices)
  if (part === 'never') continue
  wrongOnes(notices)
  confusion(notices)
}
report('all letters', judged)

function goldOf(from: string): Gold[] {
  const rows = parseCsv(readFileSync(path.join(from, 'index.csv'), 'utf8'))
  return rows.flatMap((row, number) => {
    const type = TYPES.find((known) => known === row.type_gold)
    const file = row.file
    if (!type || file === undefined || !row.repos_affected_gold) return []
    const bytes = readFileSync(path.join(from, 'notices', file))
    const [year, count] = [Number(row.date?.slice(0, 4)), Number(row.repos_affected_gold)]
    return [{ number, year, bytes, text: bytes.toString('utf8'), type, count }]
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
    plain: plainCount(gold.text),
  }
}

/**
 * For comparison: every distinct address of a repository, a gist or a file of the host, as a program finds it that reads nothing: the sender's own
 * too, and with a full stop behind it as another one. Not the register's own, and at least one.
 */
function plainCount(text: string): number {
  const named = [...text.matchAll(/(?<![\w.])(?:www\.)?github\.com\/([\w.-]+)\/([\w.-]+)/gi)]
  const distinct = new Set(
    named.map(([, owner, name]) => `${owner}/${name?.replace(/\.git$/i, '')}`.toLowerCase()),
  )
  distinct.delete('github/dmca')
  const others = text.matchAll(/(?:gist\.github\.com|\w+\.githubusercontent\.com)\/[\w./%-]+/gi)
  for (const [address] of others) distinct.add(address.toLowerCase())
  return Math.max(1, distinct.size)
}

/** First bit 0: read while the parser was written. Else second bit 0: read once it was finished, to mend what it had not learned. */
function partOf({ bytes }: Gold): Part {
  const first = createHash('sha256').update(bytes).digest()[0] ?? 0
  if (first % 2 === 0) return 'first'
  return (first >> 1) % 2 === 0 ? 'later' : 'never'
}

function report(name: string, notices: readonly Judged[]): void {
  console.log(`\n${name}: ${notices.length}`)
  console.log(
    `  type   macro-F1 ${macroF1(notices).toFixed(3)}, right ${share(right(notices), notices.length)}`,
  )
  counts('count ', notices)
  counts(
    `  until ${COUNTED_SINCE - 1}`,
    notices.filter(({ year }) => year < COUNTED_SINCE),
  )
  counts(
    `  from ${COUNTED_SINCE}`,
    notices.filter(({ year }) => year >= COUNTED_SINCE),
  )
  const wrong = notices.filter(({ count, readCount }) => count !== readCount)
  const [more, fewer, all] = [
    wrong.filter(({ count, named }) => count > named),
    wrong.filter(({ count, named }) => count < named),
    wrong.filter(({ count, named }) => count === named),
  ]
  console.log(
    `  of the ${wrong.length} others the number is higher than all things named in ${more.length}, lower in ${fewer.length}, that of all in ${all.length}`,
  )
}

/** How often reading and plainly counting give the number, and which of them it follows where they differ. */
function counts(name: string, notices: readonly Judged[]): void {
  const read = notices.filter(({ count, readCount }) => count === readCount).length
  const counted = notices.filter(({ count, plain }) => count === plain).length
  const differ = notices.filter(({ readCount, plain }) => readCount !== plain)
  const [asRead, asCounted] = [
    differ.filter(({ count, readCount }) => count === readCount).length,
    differ.filter(({ count, plain }) => count === plain).length,
  ]
  console.log(
    `  ${name.padEnd(14)} read ${share(read, notices.length)}, plainly counted ${share(counted, notices.length)};` +
      ` of ${differ.length} that differ as read ${asRead}, as counted ${asCounted}`,
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
      `  ${type.padEnd(22)}${row.map((n) => String(n).padStart(15)).join('')}    ${row.some((n) => n > 0) ? f1(notices, type).toFixed(3) : 'no letter'}`,
    )
  }
}
