'use server'

import { formAction } from '@/lib/http/form-action'
import { paths } from '@/lib/paths'
import { answerUrgent, closeUnfound, letPass } from '@/lib/urgent/answer'
import { answerUrgentInput, closeUnfoundInput, passInput, reportedInput } from '@/lib/urgent/input'
import { recordReport } from '@/lib/urgent/report'

const back = { redirectTo: ({ requestId }: { requestId: string }) => paths.request(requestId) }

export const answerUrgentAction = formAction(answerUrgentInput, answerUrgent, back)
export const closeUnfoundAction = formAction(closeUnfoundInput, closeUnfound, back)
export const passAction = formAction(passInput, letPass, back)
export const reportedAction = formAction(reportedInput, recordReport, back)
