import { readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { gunzipSync } from 'node:zlib'
import { z } from 'zod'
import { candidatePairs, cluster } from '@/lib/near-duplicates/cluster'
import { bandsOf, detection, signatureOf } from '@/lib/near-duplicates/min-hash'
import { jaccard, shingleSet, shinglesOf } from '@/lib/near-duplicates/shingles'
import { normalise } from '@/lib/near-duplicates/words'
import { random } from '@/lib/demo/random'
import type { Outcome } from './merkle'
import { parseCsv } from './raters/csv'

const NEAR = 0.7
const SAMPLED = 200
const BRUTE_FORCE_ROWS = 2_000
const document = z.object({ text: z.string() })

/**
 * Near-duplicates among real texts. The clusters that are found are counted; a sample of their pairs, and every pair of 2,000 rows that
 * is alike, are compared by their shingles as strings, which the product never does: no pair of a cluster may be less alike than it says, and
 * none above 0.9 may be missed.
 */
export async function run(dataFolder: string): Promise<Outcome> {
  const outcome: Outcome = { name: 'near-duplicates of real texts', passed: 0, failed: 0, notes: [] }
  for (const [name, texts] of Object.entries(await corpora(dataFolder))) {
    const { problems, note } = examine(texts)
    outcome.notes.push(`${name}: ${note}`, ...problems.map((problem) => `FAILED ${name}: ${problem}`))
    if (problems.length > 0) outcome.failed++
    else outcome.passed++
  }
  return outcome
}

async function corpora(folder: string): Promise<Record<string, string[]>> {
  const csv = (file: string, column: string) =>
    parseCsv(readFileSync(path.join(folder, file), 'utf8')).map((row) => row[column] ?? '')
  const jsonl = async (file: string) => {
    const bytes = await readFile(path.join(folder, file))
    const lines = (file.endsWith('.gz') ? gunzipSync(bytes) : bytes)
      .toString('utf8')
      .split('\n')
      .filter(Boolean)
    return lines.map((line) => document.parse(JSON.parse(line)).text)
  }
  const all = async (...files: string[]) => (await Promise.all(files.map(jsonl))).flat()
  const shards = ['arxiv', 'stack_exchange', 'demo-dataset-deduplication']
  return {
    'davidson-tweets': csv('davidson-tweets/labeled_data.csv', 'tweet'),
    'toxic-spans-raters': csv('toxic-spans-raters/comments.csv', 'comment_text'),
    'web-shards': await all(...shards.map((name) => `web-shards/${name}.jsonl`)),
    'dolma-fixtures': await all(
      'dolma-fixtures/data/multiple_files/cc_en_head-0091.jsonl.gz',
      'dolma-fixtures/data/multiple_files/cc_en_head-0174.jsonl.gz',
      'dolma-fixtures/data/provided/documents/000.json.gz',
    ),
  }
}

function examine(texts: readonly string[]): { problems: string[]; note: string } {
  const normalised = texts.map(normalise)
  const shingles = normalised.map(shinglesOf)
  const sets = shingles.map(shingleSet)
  const signatures = shingles.map(signatureOf)
  const alike = (a: number, b: number) => jaccard(sets[a] ?? EMPTY, sets[b] ?? EMPTY)
  const candidates = [...candidatePairs(signatures)]
  const near = candidates.filter(([a, b]) => alike(a, b) >= NEAR)
  const clusters = cluster(texts.length, near)
  const problems = [...wrong(normalised, near, alike), ...missed(normalised, signatures)]
  const short = signatures.filter((signature) => signature === null).length
  const largest = Math.max(0, ...clusters.map((members) => members.length))
  const inClusters = clusters.reduce((sum, members) => sum + members.length, 0)
  return {
    problems,
    note: `${texts.length} texts, ${short} of fewer than five words; ${clusters.length} clusters of ${inClusters} texts, the largest of ${largest}; ${candidates.length} candidate pairs, ${near.length} of them alike; ${recall(normalised, signatures)}`,
  }
}

const EMPTY = new Uint32Array()

/** Pairs whose similarity is not what their strings say. */
function wrong(
  normalised: readonly string[],
  pairs: readonly [number, number][],
  alike: (a: number, b: number) => number,
): string[] {
  const { below } = random(4)
  const sample =
    pairs.length <= SAMPLED
      ? pairs
      : Array.from({ length: SAMPLED }, () => pairs[below(pairs.length)] ?? [0, 0])
  return sample
    .map(([a, b]) => ({
      a,
      b,
      said: alike(a, b),
      is: similarity(strings(normalised[a]), strings(normalised[b])),
    }))
    .filter(({ said, is }) => Math.abs(said - is) > 1e-12)
    .map(({ a, b, said, is }) => `rows ${a} and ${b} are ${is} alike, not ${said}`)
}

/** Pairs above 0.9 among the first rows without a common band. */
function missed(normalised: readonly string[], signatures: readonly (Uint32Array | null)[]): string[] {
  return similarPairs(normalised.slice(0, BRUTE_FORCE_ROWS), 0.9)
    .filter(({ a, b }) => !sharesBand(signatures[a], signatures[b]))
    .map(({ a, b, is }) => `rows ${a} and ${b} are ${is.toFixed(3)} alike and share no band`)
}

/** How many of all pairs of a similarity have a band in common, beside what the parameters promise. */
function recall(normalised: readonly string[], signatures: readonly (Uint32Array | null)[]): string {
  const pairs = similarPairs(normalised, 0.5)
  const bins = [0.5, 0.6, 0.7, 0.8, 0.9].map((from) => {
    const inside = pairs.filter(({ is }) => is >= from && is < (from === 0.9 ? 2 : from + 0.1))
    if (inside.length === 0) return null
    const found = inside.filter(({ a, b }) => sharesBand(signatures[a], signatures[b])).length
    const promised = inside.reduce((sum, { is }) => sum + detection(is), 0)
    return `${from.toFixed(1)}: ${found} of ${inside.length} (${promised.toFixed(1)})`
  })
  return `share a band, by similarity (promised): ${bins.filter((bin) => bin !== null).join(', ') || 'no pair'}`
}

type Similar = { a: number; b: number; is: number }

/** All pairs that are at least so similar, by way of the shingles they have in common. */
function similarPairs(normalised: readonly string[], least: number): Similar[] {
  const sets = normalised.map(strings)
  const having = new Map<string, number[]>()
  const pairs: Similar[] = []
  for (const [b, set] of sets.entries()) {
    const shared = new Map<number, number>()
    for (const shingle of set) {
      const others = having.get(shingle) ?? []
      for (const a of others) shared.set(a, (shared.get(a) ?? 0) + 1)
      others.push(b)
      having.set(shingle, others)
    }
    for (const [a, both] of shared) {
      const is = both / ((sets[a]?.size ?? 0) + set.size - both)
      if (is >= least) pairs.push({ a, b, is })
    }
  }
  return pairs
}

function strings(normalised = ''): Set<string> {
  const words = normalised.split(' ')
  return new Set(words.slice(4).map((_, i) => words.slice(i, i + 5).join(' ')))
}

function similarity(a: Set<string>, b: Set<string>): number {
  const both = [...a].filter((shingle) => b.has(shingle)).length
  return both / (a.size + b.size - both)
}

function sharesBand(a: Uint32Array | null | undefined, b: Uint32Array | null | undefined): boolean {
  if (!a || !b) return false
  const others = bandsOf(b).map((band) => Buffer.from(band))
  return bandsOf(a).some((band, i) => others[i]?.equals(band))
}
