'use server'

import { formAction } from '@/lib/http/form-action'
import { paths } from '@/lib/paths'
import { apply, applyAsMember, APPLY_LIMIT } from '@/lib/volunteers/apply'
import { confirm, LINK_LIMIT } from '@/lib/volunteers/confirm'
import { applyAsMemberInput, applyInput, confirmInput } from '@/lib/volunteers/input'

export const applyAction = formAction(applyInput, apply, {
  as: 'visitor',
  limit: APPLY_LIMIT,
  redirectTo: () => paths.joinSent(),
})
export const applyAsMemberAction = formAction(applyAsMemberInput, applyAsMember, {
  redirectTo: () => paths.joined(),
})
export const confirmAction = formAction(confirmInput, confirm, {
  as: 'visitor',
  limit: LINK_LIMIT,
  redirectTo: () => paths.joined(),
})
