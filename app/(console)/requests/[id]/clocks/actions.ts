'use server'

import { formAction } from '@/lib/http/form-action'
import { paths } from '@/lib/paths'
import {
  extendClock,
  extendClockInput,
  pauseClock,
  pauseClockInput,
  resumeClock,
  resumeClockInput,
} from '@/lib/takedowns/clock-verbs'

const back = { redirectTo: ({ requestId }: { requestId: string }) => paths.request(requestId) }

export const pauseClockAction = formAction(pauseClockInput, pauseClock, back)
export const resumeClockAction = formAction(resumeClockInput, resumeClock, back)
export const extendClockAction = formAction(extendClockInput, extendClock, back)
