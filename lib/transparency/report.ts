import 'server-only'
import { localeOfReader } from '@/lib/i18n/say'
import { automationTable, flagsTable } from './decisions'
import { appealsTable, kindsTable, monthsTable, timesTable } from './requests'
import type { Scope } from './scope'
import { REPORT_TABLES, type ReportTable, type ReportTableId } from './table'

export type Report = Record<ReportTableId, ReportTable>

const MAKERS: Record<ReportTableId, (scope: Scope) => Promise<ReportTable>> = {
  kinds: kindsTable,
  times: timesTable,
  appeals: appealsTable,
  automation: automationTable,
  flags: flagsTable,
  months: monthsTable,
}

/** Every table of a period. */
export async function transparencyReport(scope: Scope): Promise<Report> {
  const [kinds, times, appeals, automation, flags, months] = await Promise.all([
    MAKERS.kinds(scope),
    MAKERS.times(scope),
    MAKERS.appeals(scope),
    MAKERS.automation(scope),
    MAKERS.flags(scope),
    MAKERS.months(scope),
  ])
  return { kinds, times, appeals, automation, flags, months }
}

/**
 * The same as it was at most five minutes ago: anybody may ask for it, and it reads every decision of half a year. In the language of
 * whoever asks. A report that is being made is waited for, not made twice.
 */
export function recentReport(scope: Scope, now = Date.now()): Promise<Report> {
  const key = `${localeOfReader()} ${scope.dataset?.id ?? ''} ${scope.period.id}`
  const there = remembered.get(key)
  if (there && now - there.at < FIVE_MINUTES) return there.report
  const report = transparencyReport(scope)
  if (remembered.size >= MOST) remembered.clear()
  remembered.set(key, { at: now, report })
  report.catch(() => remembered.delete(key))
  return report
}

const FIVE_MINUTES = 5 * 60_000
const MOST = 200
const remembered = new Map<string, { at: number; report: Promise<Report> }>()

/** For programs: what the page shows, with bare values. */
export function reportJson({ dataset, period }: Scope, report: Report) {
  return {
    version: 1,
    dataset: dataset?.slug ?? null,
    period: {
      id: period.id,
      from: period.from.toISOString(),
      to: period.to.toISOString(),
      over: period.over,
    },
    tables: REPORT_TABLES.map((id) => {
      const { title, columns, rows } = report[id]
      return { id, title, columns: columns.map(({ label, kind }) => ({ label, kind })), rows }
    }),
  }
}
