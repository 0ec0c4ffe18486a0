import type { Cell, MetricTable } from '@/lib/metrics/table'

export const REPORT_TABLES = ['kinds', 'times', 'appeals', 'automation', 'flags', 'months'] as const
export type ReportTableId = (typeof REPORT_TABLES)[number]

export type ReportTable = Omit<MetricTable, 'id'> & {
  id: ReportTableId
  /** Lines that sum up others, or are about something else than they: no picture compares them with the rest. */
  apart?: readonly number[]
}

export const isReportTable = (id: string): id is ReportTableId => REPORT_TABLES.some((one) => one === id)

export const ratio = (part: number, whole: number): Cell => (whole === 0 ? null : part / whole)
