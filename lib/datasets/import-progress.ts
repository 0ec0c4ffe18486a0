/** How far an import is. Bytes are those of the files as they lie on disk. */
export type ImportProgress = {
  phase: 'staging' | 'importing' | 'completing'
  bytesDone: number
  bytesTotal: number
  rowsDone: number
  /** Since this process began or resumed. */
  rowsPerSecond: number
  /** Null until it can be told. */
  secondsLeft: number | null
}

/** Tells rate and time left from what this process has done itself: what was there before a resume was not done in its time. */
export function progressMeter(now: () => number = Date.now) {
  const began = now()
  let start: { bytes: number; rows: number } | undefined
  return (
    phase: ImportProgress['phase'],
    bytesDone: number,
    bytesTotal: number,
    rowsDone: number,
  ): ImportProgress => {
    start ??= { bytes: bytesDone, rows: rowsDone }
    const seconds = (now() - began) / 1000
    const bytes = bytesDone - start.bytes
    const secondsLeft = bytes > 0 && seconds > 0.5 ? ((bytesTotal - bytesDone) * seconds) / bytes : null
    return {
      phase,
      bytesDone,
      bytesTotal,
      rowsDone,
      rowsPerSecond: seconds > 0 ? (rowsDone - start.rows) / seconds : 0,
      secondsLeft,
    }
  }
}
