import 'server-only'
import type { ImportProgress } from '@/lib/datasets/import-progress'
import { formatBytes, formatCount, formatDuration, formatPercent, formatRate } from '@/lib/format'

export type ProgressBar = { show: (progress: ImportProgress) => void; end: () => void }

/** On a terminal one line that is rewritten five times a second; elsewhere (a log, a pipe) a line every ten seconds. */
export function progressBar(out: NodeJS.WriteStream, now: () => number = Date.now): ProgressBar {
  const every = out.isTTY ? 200 : 10_000
  let shown = out.isTTY ? 0 : now()
  let drawn = false
  return {
    show(progress) {
      if (now() - shown < every) return
      shown = now()
      drawn = true
      const line = progressLine(progress, out.isTTY ? Math.min(out.columns, 100) : 80)
      out.write(out.isTTY ? `\r${line}\x1b[K` : `${line}\n`)
    },
    end() {
      if (drawn && out.isTTY) out.write('\r\x1b[K')
    },
  }
}

const CELLS = 24

/** "importing ████████░░░░ 34%  123 456 rows  58 210 rows/s  1 min 20 s left", cut to `width`. */
export function progressLine(progress: ImportProgress, width: number): string {
  const { phase, bytesDone, bytesTotal, rowsDone, rowsPerSecond, secondsLeft } = progress
  if (phase === 'staging') return `copying ${formatBytes(bytesDone)}`
  const share = bytesTotal > 0 ? Math.min(1, bytesDone / bytesTotal) : 0
  const full = Math.round(share * CELLS)
  const parts = [
    `importing ${'█'.repeat(full)}${'░'.repeat(CELLS - full)} ${formatPercent(share)}`,
    `${formatCount(rowsDone)} rows`,
    formatRate(rowsPerSecond, 'rows'),
  ]
  if (secondsLeft !== null) parts.push(`${formatDuration(secondsLeft)} left`)
  return parts.join('  ').slice(0, width)
}
