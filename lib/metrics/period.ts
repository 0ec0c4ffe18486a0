export const PERIODS = ['7', '30', '90', 'all'] as const
export type Period = (typeof PERIODS)[number]

export const PERIOD: Record<Period, string> = {
  7: 'Last 7 days',
  30: 'Last 30 days',
  90: 'Last 90 days',
  all: 'All',
}

/** What an address asks for; anything unknown is the last 30 days. */
export const parsePeriod = (text: unknown): Period => PERIODS.find((period) => period === text) ?? '30'

/** When it begins; null for all. */
export const sinceOf = (period: Period, now: Date): Date | null =>
  period === 'all' ? null : new Date(now.getTime() - Number(period) * 86_400_000)
