import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { DETECTORS } from '@/lib/detection/registry'
import { createScanner, scanItem } from '@/lib/detection/scan'

export type ScanRate = {
  corpus: string
  arm: string
  mbPerSecond: number
  low: number
  high: number
  ratio: number
}

/** Rows are cut to about this many characters, as in reference figures for scanners. */
const ROW = 1024

/**
 * Characters per second (in millions; the corpora are nearly all ASCII, so MB/s) of three ways to scan the same rows
 * on one core, interleaved, medians of `rounds`:
 * - `naive`: twelve common patterns, one regular expression each, on every row. The least that people write;
 * - `no gates`: all detectors on every row;
 * - `scanner`: what the product runs. Its findings are compared with `no gates` once, and must be the same.
 *
 * `ratio` is against `naive` of the same corpus.
 */
export function benchScan({ megabytes = 8, rounds = 5 } = {}): ScanRate[] {
  const ungated = createScanner(DETECTORS.map(({ gate: _gate, ...detector }) => detector))
  const arms: Record<string, (row: string) => unknown> = {
    naive: (row) => NAIVE.reduce((hits, pattern) => hits + [...row.matchAll(pattern)].length, 0),
    'no gates': (row) => ungated({ text: row }),
    scanner: (row) => scanItem({ text: row }),
  }
  return Object.entries({ synthetic: syntheticRows(megabytes), node_modules: realRows(megabytes) }).flatMap(
    ([corpus, rows]) => {
      for (const row of rows) {
        if (JSON.stringify(scanItem({ text: row })) !== JSON.stringify(ungated({ text: row })))
          throw new Error(`the gates changed what is found in: ${row}`)
      }
      const characters = rows.reduce((sum, row) => sum + row.length, 0)
      const rates = new Map(Object.keys(arms).map((arm) => [arm, [] as number[]]))
      for (let round = 0; round <= rounds; round++) {
        for (const [arm, scan] of Object.entries(arms)) {
          const start = performance.now()
          for (const row of rows) scan(row)
          // The first round warms up.
          if (round > 0) rates.get(arm)?.push(characters / 1000 / (performance.now() - start))
        }
      }
      const naive = median(rates.get('naive') ?? [])
      return [...rates].map(([arm, measured]) => ({
        corpus,
        arm,
        mbPerSecond: median(measured),
        low: Math.min(...measured),
        high: Math.max(...measured),
        ratio: median(measured) / naive,
      }))
    },
  )
}

/** Bounded as they should be, but run on every row. */
const NAIVE = [
  /[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,8}/g,
  /(?:\+?1[ .-]?)?\(?\d{3}\)?[ .-]\d{3}[ .-]\d{4}/g,
  /\b(?:\d{1,3}\.){3}\d{1,3}\b/g,
  /\b(?:\d{4}[ -]?){3}\d{4}\b/g,
  /\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){3,7}\b/g,
  /\b\d{3}-\d{2}-\d{4}\b/g,
  /\bAKIA[A-Z0-9]{16}\b/g,
  /\bgh[pousr]_[A-Za-z0-9]{36}\b/g,
  /\beyJ[\w-]{10,500}\.eyJ[\w-]{10,500}\.[\w-]{10,500}/g,
  /-----BEGIN [A-Z ]{0,20}PRIVATE KEY-----/g,
  /api[_-]?key["']?\s{0,4}[:=]\s{0,4}["']?[\w-]{16,64}/gi,
  /(?:copyright|©|\(c\))\s{1,3}(?:\(c\)\s{0,3})?\d{4}/gi,
]

const WORDS =
  'the of and a to in is was he for it with as his on be at by had not are but from or have an they which one you were all her she there would their we him been has when who will no more if out so said what up its about into than them can only other time new some could these two may first then do any like my now over such our man me even most made after also did many off before must well back through years where much your way down should because long each just state those people too mr how little good world make very year still see own work men day get here old life both between being under three never know same last another while us might great go come since against right came take used himself few house use place during high without again home around small however found mrs thought went say part general once upon school every'.split(
    ' ',
  )

const PLANTED = [
  'jane.doe@example.org',
  '(212) 555-0143',
  '4111 1111 1111 1111',
  'GB82 WEST 1234 5698 7654 32',
  '219-09-9998',
  'Copyright (c) 2019 Jane Doe',
  '81.2.69.142',
]

/** English-like rows of which one in fifty holds something. */
function syntheticRows(megabytes: number): string[] {
  let state = 1
  const next = (below: number) => (state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff) % below
  return Array.from({ length: megabytes * 1024 }, (_, i) => {
    const parts: string[] = []
    for (let length = 0; length < ROW; length += (parts.at(-1)?.length ?? 0) + 1) {
      parts.push(
        next(40) === 0
          ? `${WORDS[next(WORDS.length)]}. ${1900 + next(130)}`
          : (WORDS[next(WORDS.length)] ?? ''),
      )
    }
    if (i % 50 === 0) parts.splice(next(parts.length), 0, PLANTED[next(PLANTED.length)] ?? '')
    return parts.join(' ')
  })
}

/** Prose, licences and code of other people that is on every machine that can run this: the packages we depend on. */
function realRows(megabytes: number): string[] {
  const rows: string[] = []
  const folders = [path.resolve(import.meta.dirname, '../../node_modules')]
  for (let folder = folders.shift(); folder && rows.length < megabytes * 1024; folder = folders.shift()) {
    for (const entry of readdirSync(folder, { withFileTypes: true }).sort((a, b) =>
      a.name < b.name ? -1 : 1,
    )) {
      const at = path.join(folder, entry.name)
      if (entry.isDirectory()) folders.push(at)
      else if (/\.(?:md|txt|js|ts|css|json)$|^LICEN[CS]E/i.test(entry.name)) {
        const text = readFileSync(at, 'utf8').slice(0, 32 * ROW)
        for (let start = 0; start + ROW <= text.length; start += ROW)
          rows.push(text.slice(start, start + ROW))
      }
    }
  }
  return rows.slice(0, megabytes * 1024)
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
}
