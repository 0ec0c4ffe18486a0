'use server'

import { formAction } from '@/lib/http/form-action'
import { paths } from '@/lib/paths'
import { appeal } from '@/lib/review/appeal'
import { decide } from '@/lib/review/decide'
import { appealInput, decideInput, overrideInput, revealInput } from '@/lib/review/input'
import { nextAddress } from '@/lib/review/next-address'
import { override } from '@/lib/review/override'
import { reveal } from '@/lib/review/reveal'

export const decideAction = formAction(decideInput, decide, { redirectTo: nextAddress })
export const overrideAction = formAction(overrideInput, override, { redirectTo: nextAddress })
export const appealAction = formAction(appealInput, appeal, {
  redirectTo: ({ dataset, caseId }) => paths.reviewCase(dataset, caseId),
})
export const revealAction = formAction(revealInput, reveal, {
  redirectTo: ({ dataset, caseId, queue }) => paths.reviewCase(dataset, caseId, queue),
})
