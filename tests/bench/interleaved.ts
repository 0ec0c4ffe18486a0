export type Timing = { median: number; low: number; high: number; peakMib: number | null }

/**
 * Times each arm several times in turn, so that what else the machine does falls on all alike. An arm may return its peak memory in
 * MiB.
 */
export async function interleaved<Arm extends string>(
  arms: Record<Arm, () => Promise<number | void>>,
  rounds = 5,
): Promise<Record<Arm, Timing>> {
  const names = Object.keys(arms).filter((name): name is Arm => name in arms)
  const times = new Map<Arm, number[]>(names.map((name) => [name, []]))
  const peaks = new Map<Arm, number>()
  for (let round = 0; round < rounds; round++) {
    for (const name of names) {
      const began = performance.now()
      const peak = await arms[name]()
      times.get(name)?.push((performance.now() - began) / 1000)
      if (typeof peak === 'number') peaks.set(name, Math.max(peak, peaks.get(name) ?? 0))
    }
  }
  const timing = (name: Arm): Timing => {
    const sorted = (times.get(name) ?? []).sort((a, b) => a - b)
    const at = (i: number) => sorted[i] ?? Number.NaN
    return {
      median: at(Math.floor(rounds / 2)),
      low: at(0),
      high: at(rounds - 1),
      peakMib: peaks.get(name) ?? null,
    }
  }
  return names.reduce((all, name) => ({ ...all, [name]: timing(name) }), {} as Record<Arm, Timing>)
}
