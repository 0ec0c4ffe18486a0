'use server'

import { formAction } from '@/lib/http/form-action'
import { paths } from '@/lib/paths'
import { hideReported } from '@/lib/review/hide-reported'
import { hideReportedInput } from '@/lib/review/report-input'

export const hideReportedAction = formAction(hideReportedInput, hideReported, {
  redirectTo: () => paths.requests(),
})
