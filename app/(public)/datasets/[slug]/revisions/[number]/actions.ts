'use server'

import { formAction } from '@/lib/http/form-action'
import { reportRowInput } from '@/lib/review/report-input'
import { locateRow, reportRow } from '@/lib/review/report-row'
import { toldOfReport } from '@/lib/review/told-of-report'

export const reportRowAction = formAction(reportRowInput, reportRow, {
  before: locateRow,
  message: toldOfReport,
})
