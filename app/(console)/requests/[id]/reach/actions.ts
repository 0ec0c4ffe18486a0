'use server'

import { formAction } from '@/lib/http/form-action'
import { say } from '@/lib/i18n/say'
import { paths } from '@/lib/paths'
import { leaveOut, lookOn } from '@/lib/takedowns/look-on'
import {
  agreeInput,
  leaveInput,
  lookInput,
  narrowInput,
  nearInput,
  nextInput,
  restInput,
  widenInput,
} from '@/lib/takedowns/reach-input'
import { agreeToReach, lookAt, lookForNear, narrow, settleRest, widen } from '@/lib/takedowns/reach-verbs'

const revalidate = ({ requestId }: { requestId: string }) => [
  paths.request(requestId),
  paths.requestReach(requestId),
]

export const agreeAction = formAction(agreeInput, agreeToReach, {
  revalidate,
  message: () => say('reach.target.recorded'),
})
export const narrowAction = formAction(narrowInput, narrow, {
  revalidate,
  message: () => say('reach.target.narrowed'),
})
export const lookAction = formAction(lookInput, lookAt, {
  revalidate,
  message: () => say('reach.target.recorded'),
})
export const restAction = formAction(restInput, settleRest, {
  revalidate,
  message: () => say('reach.target.recorded'),
})
export const widenAction = formAction(widenInput, widen, {
  revalidate,
  message: () => say('reach.widen.done'),
})
export const nearAction = formAction(nearInput, lookForNear, {
  revalidate,
  message: () => say('reach.near.done'),
})
export const nextAction = formAction(nextInput, lookOn, {
  revalidate,
  message: () => say('reach.near.done'),
})
export const leaveAction = formAction(leaveInput, leaveOut, {
  revalidate,
  message: () => say('reach.target.recorded'),
})
