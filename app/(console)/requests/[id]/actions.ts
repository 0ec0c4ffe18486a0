'use server'

import { formAction } from '@/lib/http/form-action'
import { announceLift, callOffLift } from '@/lib/other-side/lift'
import { paths } from '@/lib/paths'
import { decideNamed } from '@/lib/takedowns/decide-named'
import { decideNamedInput } from '@/lib/takedowns/input'
import { answerUnfound } from '@/lib/takedowns/answer-unfound'
import { askInfo } from '@/lib/takedowns/ask-info'
import { askProof } from '@/lib/takedowns/ask-proof'
import { markDuplicate, unmarkDuplicate } from '@/lib/takedowns/duplicates'
import { agree } from '@/lib/takedowns/four-eyes'
import { hold, resume } from '@/lib/takedowns/hold'
import { answerOwner, extendOwner, notifyOwner } from '@/lib/takedowns/owner-window'
import {
  agreeInput,
  answerOwnerInput,
  askInfoInput,
  askProofInput,
  duplicateInput,
  holdInput,
  liftInput,
  notifyOwnerInput,
  ofRequest,
  rejectInput,
} from '@/lib/takedowns/process-input'
import { seen } from '@/lib/takedowns/prove'
import { reject } from '@/lib/takedowns/reject'

export const decideNamedAction = formAction(decideNamedInput, decideNamed, {
  redirectTo: ({ requestId }) => paths.request(requestId),
})

const back = { redirectTo: ({ requestId }: { requestId: string }) => paths.request(requestId) }

export const answerUnfoundAction = formAction(ofRequest, answerUnfound, back)
export const askInfoAction = formAction(askInfoInput, askInfo, back)
export const askProofAction = formAction(askProofInput, askProof, back)
export const seenAction = formAction(ofRequest, seen, back)
export const markDuplicateAction = formAction(duplicateInput, markDuplicate, back)
export const unmarkDuplicateAction = formAction(ofRequest, unmarkDuplicate, back)
export const notifyOwnerAction = formAction(notifyOwnerInput, notifyOwner, back)
export const answerOwnerAction = formAction(answerOwnerInput, answerOwner, back)
export const extendOwnerAction = formAction(ofRequest, extendOwner, back)
export const holdAction = formAction(holdInput, hold, back)
export const resumeAction = formAction(ofRequest, resume, back)
export const announceLiftAction = formAction(liftInput, announceLift, back)
export const callOffLiftAction = formAction(ofRequest, callOffLift, back)
export const rejectAction = formAction(rejectInput, reject, back)
export const agreeAction = formAction(agreeInput, agree, back)
