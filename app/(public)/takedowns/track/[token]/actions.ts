'use server'

import { formAction } from '@/lib/http/form-action'
import { say } from '@/lib/i18n/say'
import { paths } from '@/lib/paths'
import { LINK_LIMIT } from '@/lib/takedowns/confirm'
import { giveInfo, giveInfoForm } from '@/lib/takedowns/give-info'
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
})
export const lookNowAction = formAction(trackedInput, lookNow, {
  ...tracked,
  message: () => say('process.track.asksLook'),
})
