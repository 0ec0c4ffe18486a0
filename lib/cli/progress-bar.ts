import 'server-only'
import type { ImportProgress } from '@/lib/datasets/import-progress'
import { formatBytes, formatCount, formatDuration, formatPercent, formatRate } from '@/lib/format'

/** What a line is drawn of; rows and rate where the work counts them. */
export type Progress = Pick<ImportProgress, 'bytesDone' | 'bytesTotal'> & Partial<ImportProgress>
export type ProgressBar = { show: (progress: Progress) => void; end: () => void }

/** On a terminal one line that is rewritten five times a second; elsewhere (a log, a pipe) a line every ten seconds. */
export function progressBar(
  out: NodeJS.WriteStream,
  verb: string,
  now: () => number = Date.now,
): ProgressBar {
  const every = out.isTTY ? 200 : 10_000
  let shown = out.isTTY ? 0 : now()
  let drawn = false
  return {
    show(progress) {
      if (now() - shown < every) return
      shown = now()
      drawn = true
      const line = progressLine(verb, progress, out.isTTY ? Math.min(out.columns, 100) : 80)
      out.write(out.isTTY ? `\r${line}\x1b[K` : `${line}\n`)
    },
    end() {
      if (drawn && out.isTTY) out.write('\r\x1b[K')
    },
  }
}

const CELLS = 24

/** "importing ████████░░░░ 34%  123 456 rows  58 210 rows/s  1 min 20 s left", cut to `width`. */
export function progressLine(verb: string, progress: Progress, width: number): string {
  const { phase, bytesDone, bytesTotal, rowsDone, rowsPerSecond, secondsLeft } = progress
  if (phase === 'staging') return `copying ${formatBytes(bytesDone)}`
  const share = bytesTotal > 0 ? Math.min(1, bytesDone / bytesTotal) : 0
  const full = Math.round(share * CELLS)
  const parts = [
    `${verb} ${'█'.repeat(full)}${'░'.repeat(CELLS - full)} ${formatPercent(share)}`,
    ...(rowsDone === undefined ? [] : [`${formatCount(rowsDone)} rows`]),
    ...(rowsPerSecond === undefined ? [] : [formatRate(rowsPerSecond, 'rows')]),
  ]
  if (secondsLeft !== null && secondsLeft !== undefined) parts.push(`${formatDuration(secondsLeft)} left`)
  return parts.join('  ').slice(0, width)
}
