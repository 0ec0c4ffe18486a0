/** A month (`2026-03`) or a half-year (`2026-H1`) in UTC. */
export type Period = {
  id: string
  from: Date
  to: Date
  /** Nothing can come to it any more. */ over: boolean
}

/** A period by its id; null for what is none. */
export function periodOf(id: string, now: Date): Period | null {
  const half = /^(20\d{2})-H([12])$/.exec(id)
  const month = /^(20\d{2})-(0[1-9]|1[0-2])$/.exec(id)
  const [, year, part] = half ?? month ?? []
  if (year === undefined || part === undefined) return null
  const first = half ? (Number(part) - 1) * 6 : Number(part) - 1
  const from = new Date(Date.UTC(Number(year), first, 1))
  const to = new Date(Date.UTC(Number(year), first + (half ? 6 : 1), 1))
  return { id, from, to, over: to <= now }
}

export const halfYearOf = (at: Date): string => `${at.getUTCFullYear()}-H${at.getUTCMonth() < 6 ? 1 : 2}`

/** Half-years and months from the first request until now, newest first. */
export function periodsSince(first: Date, now: Date): { halves: string[]; months: string[] } {
  const months: string[] = []
  const at = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth(), 1))
  while (at <= now && months.length < 120) {
    months.push(at.toISOString().slice(0, 7))
    at.setUTCMonth(at.getUTCMonth() + 1)
  }
  const halves = [...new Set(months.map((month) => halfYearOf(new Date(`${month}-01`))))]
  return { halves: halves.reverse(), months: months.reverse().slice(0, 24) }
}

/** Periods further back are reported by nobody: each that can be asked for is read from the database. */
const YEARS = 10

/** Whether there can be anything to say of a period: it has begun, and did not end before the first day, nor too long ago. */
export const isThere = ({ from, to }: Period, first: Date | null, now: Date): boolean =>
  first !== null && from <= now && to > first && to.getUTCFullYear() > now.getUTCFullYear() - YEARS
