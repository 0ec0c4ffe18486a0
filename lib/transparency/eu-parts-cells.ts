import { env } from '@/lib/runtime/env'
import type { Scope } from './scope'

/** A line of a part of the European template. */
export type Cells = readonly (string | number | null)[]

/** What cannot be counted here. Why stands in the column for it. */
export const NOT_APPLICABLE = 'n/a'

/** Whom a line concerns, as the template says it. */
export const APPLIES = {
  all: 'All',
  hosting: 'Only for providers of hosting services, including online platforms',
  platforms: 'Only for providers of online platforms',
  large: 'Only for VLOPs',
  largest: 'Only for VLOPs and VLOSEs',
} as const

/** What every line begins with: whom it concerns, the service, and the days that are reported about. */
export function beginning(applies: keyof typeof APPLIES, { dataset, period }: Scope): Cells {
  return [APPLIES[applies], serviceOf(dataset), `${dayOf(period.from)}/${lastDay(period)}`]
}

export const BEGINNING = ['Applicability', 'Service', 'Reporting period'] as const

/** One dataset is a service of its own in a report about it. */
export const serviceOf = (dataset: Scope['dataset']): string =>
  dataset ? `${new URL(env().url).host}: ${dataset.slug}` : new URL(env().url).host

export const dayOf = (at: Date): string => at.toISOString().slice(0, 10)
export const lastDay = ({ to }: Scope['period']): string => dayOf(new Date(to.getTime() - 1))

/** To a tenth of an hour. */
export const hours = (seconds: number | null | undefined): number | null =>
  seconds === null || seconds === undefined ? null : Math.round((seconds / 3600) * 10) / 10

export const sum = <T>(of: readonly T[], n: (one: T) => number): number =>
  of.reduce((all, one) => all + n(one), 0)

export function median(values: readonly number[]): number | null {
  const sorted = [...values].sort((a, b) => a - b)
  const [low, high] = [
    sorted[Math.floor((sorted.length - 1) / 2)],
    sorted[Math.ceil((sorted.length - 1) / 2)],
  ]
  return low === undefined || high === undefined ? null : (low + high) / 2
}
