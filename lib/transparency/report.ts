import 'server-only'
import { localeOfReader } from '@/lib/i18n/say'
import { appealsTable } from './appeals'
import { automationTable } from './decisions'
import { type EuPart, partCsv } from './eu-parts'
import { flagsTable } from './flags'
import { Recent, Turns } from './recent'
import { kindsTable, monthsTable, timesTable } from './requests'
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

/** The same as it was at most five minutes ago, in the language of whoever asks. */
export const recentReport = (scope: Scope): Promise<Report> =>
  reports.get(`${localeOfReader()} ${keyOf(scope)}`, () => transparencyReport(scope))

/** A part of the European template as it was at most five minutes ago, in English. */
export const recentPart = (scope: Scope, part: EuPart): Promise<string> =>
  parts.get(`${part} ${keyOf(scope)}`, () => partCsv(scope, part))

const turns = new Turns()
const [reports, parts] = [new Recent<Report>(turns), new Recent<string>(turns)]

const keyOf = ({ dataset, period }: Scope) => `${dataset?.id ?? ''} ${period.id}`

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
