'use server'

import { formAction } from '@/lib/http/form-action'
import { say } from '@/lib/i18n/say'
import { paths } from '@/lib/paths'
import { acceptInput } from '@/lib/takedowns/answer-input'
import { LINK_LIMIT } from '@/lib/takedowns/confirm'
import { acceptStatement } from '@/lib/takedowns/accept-statement'
import { giveInfo, giveInfoForm } from '@/lib/takedowns/give-info'
import { openCopy, sendCopyCode } from '@/lib/takedowns/open-copy'
import { codeInput, trackedInput } from '@/lib/takedowns/process-input'
import { enterCode, lookNow, sendCode } from '@/lib/takedowns/prove'

const tracked = {
  as: 'visitor',
  limit: LINK_LIMIT,
  revalidate: ({ token }: { token: string }) => [paths.takedownTrack(token)],
} as const

export const giveInfoAction = formAction(giveInfoForm, giveInfo, {
  ...tracked,
  message: () => say('process.track.sent'),
})
export const sendCodeAction = formAction(trackedInput, sendCode, {
  ...tracked,
  message: () => say('process.track.codeSent'),
})
export const enterCodeAction = formAction(codeInput, enterCode, {
  ...tracked,
  message: ({ answer }) => say(`process.track.${answer}`),
  wrong: ({ answer }) => (answer === 'proven' ? undefined : 'code'),
})
export const lookNowAction = formAction(trackedInput, lookNow, {
  ...tracked,
  message: () => say('process.track.asksLook'),
})
export const sendCopyCodeAction = formAction(trackedInput, sendCopyCode, {
  ...tracked,
  message: () => say('rights.track.codeSent'),
})
export const openCopyAction = formAction(codeInput, openCopy, {
  ...tracked,
  message: ({ answer }) =>
    answer === 'opened' ? '' : say(`rights.track.${answer === 'wrong' ? answer : 'closed'}`),
  wrong: ({ answer }) => (answer === 'opened' ? undefined : 'code'),
  redirectTo: (opened) =>
    opened.answer === 'opened' ? paths.takedownCopy(opened.token, opened.secret) : undefined,
})
export const acceptStatementAction = formAction(acceptInput, acceptStatement, {
  ...tracked,
  message: () => say('rights.track.statement.done'),
})
