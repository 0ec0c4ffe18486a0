export const PERIODS = ['7', '30', '90', 'all'] as const
export type Period = (typeof PERIODS)[number]

/** What an address asks for; anything unknown is the last 30 days. */
export const parsePeriod = (text: unknown): Period => PERIODS.find((period) => period === text) ?? '30'

/** When it begins; null for all. */
export const sinceOf = (period: Period, now: Date): Date | null =>
  period === 'all' ? null : new Date(now.getTime() - Number(period) * 86_400_000)
