'use server'

import { formAction } from '@/lib/http/form-action'
import { paths } from '@/lib/paths'
import { answerInput, correctionInput, ofAnswer, recallInput } from '@/lib/takedowns/answer-input'
import { agreeToAnswer, answerAccess, dropAnswer } from '@/lib/takedowns/answer-right'
import { applyCorrection, correct } from '@/lib/takedowns/correct'
import { recallCopy } from '@/lib/takedowns/recall-copy'

const back = { redirectTo: ({ requestId }: { requestId: string }) => paths.request(requestId) }
/** An administrator sees a request only while its copy waits for their word. */
const toAll = { redirectTo: () => paths.requests() }

/** Of many rows the next are judged then. */
const toNext = {
  redirectTo: ({ requestId, more }: { requestId: string; more: boolean }) =>
    more ? paths.requestAnswer(requestId) : paths.request(requestId),
}

export const answerAction = formAction(answerInput, answerAccess, toNext)
export const correctAction = formAction(correctionInput, correct, toNext)
export const agreeToAnswerAction = formAction(ofAnswer, agreeToAnswer, toAll)
export const applyAction = formAction(ofAnswer, applyCorrection, back)
export const recallAction = formAction(recallInput, recallCopy, back)
export const dropAction = formAction(ofAnswer, dropAnswer, toAll)
