import { describe, expect, it } from 'vitest'
import { progressLine } from '@/lib/cli/progress-bar'
import { progressMeter } from '@/lib/datasets/import-progress'

describe('the progress of an import', () => {
  it('tells rate and time left from what this process has done, not from what was there when it resumed', () => {
    let now = 0
    const progress = progressMeter(() => now)
    expect(progress('importing', 500, 1000, 5000)).toMatchObject({ rowsPerSecond: 0, secondsLeft: null })
    now = 10_000
    expect(progress('importing', 600, 1000, 6000)).toMatchObject({ rowsPerSecond: 100, secondsLeft: 40 })
  })

  it('is one line with share, rows, rate and time left', () => {
    const line = progressLine(
      'importing',
      {
        phase: 'importing',
        bytesDone: 25,
        bytesTotal: 100,
        rowsDone: 1200,
        rowsPerSecond: 50,
        secondsLeft: 80,
      },
      120,
    )
    expect(line).toMatch(/importing █{6}░{18} 25%/)
    expect(line).toMatch(/1.200 rows {2}50 rows\/s {2}1 min 20 s left$/)
  })
})
