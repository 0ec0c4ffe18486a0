'use server'

import { formAction } from '@/lib/http/form-action'
import { leaveOutAuthor, warnAuthor } from '@/lib/other-side/authors'
import { approveCounter, checkCounter, refuseCounter } from '@/lib/other-side/counter'
import { hearComplaint } from '@/lib/other-side/hear-complaint'
import { lookAgain } from '@/lib/other-side/look-again'
import { letThrough } from '@/lib/other-side/suspension'
import {
  answerSenderInput,
  approveCounterInput,
  checkCounterInput,
  filingInput,
  findSenderInput,
  hearComplaintInput,
  leaveOutAuthorInput,
  letThroughInput,
  lookAgainInput,
  putBackInput,
  refuseCounterInput,
  suspendSenderInput,
  warnAuthorInput,
  warnSenderInput,
} from '@/lib/other-side/input'
import { putBackUnreached, recordFiling } from '@/lib/other-side/put-back'
import { answerSender, findSender, suspendSender, warnSender } from '@/lib/other-side/senders'
import { paths } from '@/lib/paths'

const toRequest = { redirectTo: ({ requestId }: { requestId: string }) => paths.request(requestId) }
const toExclusions = { redirectTo: ({ slug }: { slug: string }) => paths.exclusions(slug) }
const toRequests = { redirectTo: () => paths.requests() }

export const checkCounterAction = formAction(checkCounterInput, checkCounter, toRequest)
export const approveCounterAction = formAction(approveCounterInput, approveCounter, toRequest)
export const refuseCounterAction = formAction(refuseCounterInput, refuseCounter, toRequest)
export const hearComplaintAction = formAction(hearComplaintInput, hearComplaint, toRequest)
export const lookAgainAction = formAction(lookAgainInput, lookAgain, toRequest)
export const filingAction = formAction(filingInput, recordFiling, toRequest)
export const putBackAction = formAction(putBackInput, putBackUnreached, toRequest)
export const findSenderAction = formAction(findSenderInput, findSender, toRequest)
export const warnSenderAction = formAction(warnSenderInput, warnSender, toRequest)
export const suspendSenderAction = formAction(suspendSenderInput, suspendSender, toRequest)
export const answerSenderAction = formAction(answerSenderInput, answerSender, toRequest)
export const letThroughAction = formAction(letThroughInput, letThrough, toRequest)
export const warnAuthorAction = formAction(warnAuthorInput, warnAuthor, toRequests)
export const leaveOutAuthorAction = formAction(leaveOutAuthorInput, leaveOutAuthor, toExclusions)
