import { execFile } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import type { Agreement } from '@/lib/agreement/agreement'
import { cohenKappa } from '@/lib/agreement/cohen'
import { fleissKappa, krippendorffAlpha } from '@/lib/agreement/label-agreement'
import { type Rating, tally } from '@/lib/agreement/tally'
import { readRaters } from '@/tests/accept/raters/read'
import { random } from '@/lib/demo/random'

const run = promisify(execFile)
const PACKAGES = ['krippendorff==0.9.0', 'statsmodels==0.15.0']
const TABLES = 200
const CLOSE = 1e-9

/**
 * Our coefficients beside those of other people's packages, on random tables and, where `WINNOW_ACCEPT_DATA` names the folder of real
 * data, on the 29,580 annotations there. Throws where one differs, and where Python or pip's registry is missing.
 */
export async function checkAgreement(): Promise<string[]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'winnow-agreement-'))
  try {
    await run('python3', ['-m', 'venv', path.join(folder, 'venv')])
    const python = path.join(folder, 'venv/bin/python')
    await run(python, ['-m', 'pip', 'install', '--quiet', ...PACKAGES])
    const tables = [...Array.from({ length: TABLES }, (_, seed) => randomTable(seed)), ...realTables()]
    const input = path.join(folder, 'tables.json')
    writeFileSync(input, JSON.stringify(tables.map(({ ratings }) => matrixOf(ratings))))
    const { stdout } = await run(python, ['-c', SCRIPT, input], { maxBuffer: 1 << 26 })
    const theirs: Theirs[] = JSON.parse(stdout)
    const counts = { alpha: 0, fleiss: 0, cohen: 0 }
    for (const [i, { name, ratings }] of tables.entries()) {
      for (const [measure, ours] of Object.entries(oursOf(ratings)) as [keyof Theirs, Agreement][]) {
        const other = theirs[i]?.[measure] ?? null
        if (other === null) continue
        const differs = ours.state === 'undefined' || !(Math.abs(ours.value - other) < CLOSE)
        if (differs) throw new Error(`${name}: ${measure} is ${JSON.stringify(ours)} here and ${other} there`)
        counts[measure]++
      }
    }
    const real = tables.slice(TABLES).map(({ name }) => name)
    return [
      `${PACKAGES.join(', ')}: ${counts.alpha} × α, ${counts.fleiss} × Fleiss’ κ, ${counts.cohen} × Cohen’s κ equal to ${CLOSE}` +
        (real.length > 0
          ? `, ${real.join(' and ')} among them`
          : '; without the real annotations (WINNOW_ACCEPT_DATA)'),
    ]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

type Theirs = Record<'alpha' | 'fleiss' | 'cohen', number | null>
type Table = { name: string; ratings: Rating[] }

function oursOf(ratings: readonly Rating[]): Record<keyof Theirs, Agreement> {
  const counted = tally(ratings)
  const [first, second] = ['r0', 'r1'].map(
    (name) => new Map(ratings.filter(({ rater }) => rater === name).map(({ item, label }) => [item, label])),
  )
  const both = [...(first ?? [])].flatMap(([item, label]) => {
    const other = second?.get(item)
    return other === undefined ? [] : [[label, other] as const]
  })
  return { alpha: krippendorffAlpha(counted), fleiss: fleissKappa(counted), cohen: cohenKappa(both) }
}

/** Half of the tables are whole, so that Fleiss and Cohen apply; half have gaps. */
function randomTable(seed: number): Table {
  const { below } = random(seed + 1)
  const [items, raters, labels, gaps] = [2 + below(60), 2 + below(5), 2 + below(6), below(2) * below(60)]
  const ratings = Array.from({ length: items }, (_, item) => {
    const truth = below(labels)
    return Array.from({ length: raters }, (_, rater) => rater)
      .filter(() => below(100) >= gaps)
      .map((rater) => ({
        item: `i${item}`,
        rater: `r${rater}`,
        label: String(below(2) === 0 ? truth : below(labels)),
      }))
  }).flat()
  return { name: `table ${seed}`, ratings }
}

function realTables(): Table[] {
  const data = process.env.WINNOW_ACCEPT_DATA
  if (!data || !existsSync(path.join(data, 'toxic-spans-raters'))) return []
  const { annotations } = readRaters(path.join(data, 'toxic-spans-raters'))
  const of = (name: string, label: (annotation: (typeof annotations)[number]) => boolean): Table => ({
    name,
    ratings: annotations.map((annotation) => ({
      item: annotation.comment,
      rater: annotation.worker,
      label: String(label(annotation)),
    })),
  })
  return [
    of('“not toxic” of the raters', ({ notToxic }) => notToxic),
    of('“all toxic” of the raters', ({ allToxic }) => allToxic),
  ]
}

/** Per item its labels by column: a rater's own where there are few raters, the n-th rating where there are thousands (α does not ask who). */
function matrixOf(ratings: readonly Rating[]) {
  const raters = [...new Set(ratings.map(({ rater }) => rater))].sort()
  const labels = [...new Set(ratings.map(({ label }) => label))].sort()
  const items = new Map<string, (number | null)[]>()
  const named = raters.length <= 10
  for (const { item, rater, label } of ratings) {
    const row = items.get(item) ?? (named ? raters.map(() => null) : [])
    if (named) row[raters.indexOf(rater)] = labels.indexOf(label)
    else row.push(labels.indexOf(label))
    items.set(item, row)
  }
  const width = Math.max(...[...items.values()].map((row) => row.length))
  const rows = [...items.values()].map((row) => [
    ...row,
    ...Array.from({ length: width - row.length }, () => null),
  ])
  return { rows, labels: labels.length, named: named && raters[0] === 'r0' && raters[1] === 'r1' }
}

const SCRIPT = `
import json, math, sys, warnings
import numpy as np
import krippendorff
from statsmodels.stats.inter_rater import cohens_kappa, fleiss_kappa
warnings.filterwarnings('ignore')

def number(compute):
    try:
        value = float(compute())
    except (ValueError, AssertionError, ZeroDivisionError):
        return None
    return value if math.isfinite(value) else None

def counts(row, labels):
    return [sum(1 for value in row if value == label) for label in range(labels)]

out = []
for table in json.load(open(sys.argv[1])):
    rows, labels = table['rows'], table['labels']
    data = np.array([[np.nan if v is None else float(v) for v in row] for row in rows]).T
    alpha = number(lambda: krippendorff.alpha(reliability_data=data, level_of_measurement='nominal'))
    whole = all(v is not None for row in rows for v in row)
    fleiss = number(lambda: fleiss_kappa(np.array([counts(row, labels) for row in rows]))) if whole else None
    cohen = None
    if table['named']:
        cells = np.zeros((labels, labels))
        for row in rows:
            if row[0] is not None and row[1] is not None:
                cells[row[0], row[1]] += 1
        if cells.sum() > 0:
            cohen = number(lambda: cohens_kappa(cells, return_results=False))
    out.append({'alpha': alpha, 'fleiss': fleiss, 'cohen': cohen})
print(json.dumps(out))
`
