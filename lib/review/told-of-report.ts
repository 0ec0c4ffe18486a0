import 'server-only'
import { categoryName } from '@/lib/detection/category-name'
import { say } from '@/lib/i18n/say'
import type { ReportView } from './report'

/** What happened to what somebody reported, to them. */
export function toldOfReport({ restricted, inSight, category }: ReportView): string {
  if (restricted) return say('decide.report.gone')
  return inSight
    ? say('decide.report.inSight')
    : say('decide.report.reported', { category: categoryName(category) })
}
