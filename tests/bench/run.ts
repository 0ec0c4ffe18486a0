import { cpus } from 'node:os'

// `npm run bench [-- import scan publish apply claims triage near match log]`: how fast the expensive parts are, each beside a baseline on the same machine in
// the same run, because a ratio travels and a rate does not. Run it on an idle machine.
type Row = Record<string, string | number>

const benches: Record<string, () => Promise<Row[]>> = {
  import: async () => (await (await import('./import')).benchImport()).map(rate),
  scan: async () =>
    (await import('./scan')).benchScan().map(({ corpus, arm, mbPerSecond, low, high, ratio }) => ({
      corpus,
      arm,
      'MB/s': mbPerSecond.toFixed(1),
      from: low.toFixed(1),
      to: high.toFixed(1),
      'of naive': ratio.toFixed(2),
    })),
  publish: async () => (await (await import('./publish')).benchPublish()).map(rate),
  apply: async () => (await (await import('./apply')).benchApply()).map(rate),
  claims: async () => (await (await import('./claims')).benchClaims()).map(rate),
  triage: async () => (await (await import('./triage')).benchTriage()).map(rate),
  next: async () =>
    (await (await import('./next')).benchNext()).map(({ name, presses, p50, p95, ratio }) => ({
      'from key to paint': name,
      presses,
      p50: `${p50.toFixed(0)} ms`,
      p95: `${p95.toFixed(0)} ms`,
      'ratio of p95': ratio.toFixed(1),
    })),
  near: async () => (await (await import('./near-duplicates')).benchNearDuplicates()).map(rate),
  match: async () => (await (await import('./match')).benchMatch()).map(rate),
  log: async () => [
    ...(await (await import('./log')).benchLog()).map(rate),
    ...(await (await import('./log-sustained')).benchSustained()).map(rate),
  ],
}

const wanted = process.argv.slice(2)
const unknown = wanted.filter((name) => !(name in benches))
if (unknown.length > 0) {
  console.error(`There is no bench "${unknown.join('", "')}"; there are ${Object.keys(benches).join(', ')}.`)
  process.exit(2)
}
console.log(
  `${cpus().length} × ${cpus()[0]?.model.trim() ?? 'unknown processor'}, Node ${process.versions.node}`,
)
for (const [name, bench] of Object.entries(benches)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue
  const began = Date.now()
  printTable(await bench())
  console.log(`${name}: ${((Date.now() - began) / 1000).toFixed(0)} s\n`)
}

function rate(result: { name: string; perSecond: number; unit: string; ratio: number; note: string }): Row {
  const { name, perSecond, unit, ratio, note } = result
  return {
    what: name,
    rate: `${Math.round(perSecond).toLocaleString('en-GB')} ${unit}`,
    ratio: Number.isNaN(ratio) ? '' : ratio.toFixed(2),
    note,
  }
}

function printTable(rows: readonly Row[]): void {
  const columns = Object.keys(rows[0] ?? {})
  const lines = [columns, ...rows.map((row) => columns.map((column) => String(row[column] ?? '')))]
  const widths = columns.map((_, i) => Math.max(...lines.map((line) => line[i]?.length ?? 0)))
  console.log('')
  for (const line of lines)
    console.log(
      line
        .map((cell, i) => cell.padEnd(widths[i] ?? 0))
        .join('  ')
        .trimEnd(),
    )
}
