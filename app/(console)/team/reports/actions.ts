'use server'

import { formAction } from '@/lib/http/form-action'
import { say } from '@/lib/i18n/say'
import { paths } from '@/lib/paths'
import { changeReportLimit, reportLimitInput } from '@/lib/review/report-limit'

export const reportLimitAction = formAction(reportLimitInput, changeReportLimit, {
  revalidate: () => [paths.reportLimit()],
  message: ({ changed }) => say(changed ? 'team.reportLimit.saved' : 'team.reportLimit.unchanged'),
})
