'use server'

import { appliedInput, holdingInput, lettersInput, linkInput, registerInput } from '@/lib/copies/input'
import { addHolding, confirmApplied, leave, setLetters } from '@/lib/copies/keep'
import { confirmHolder, LINK_LIMIT, register, REGISTER_LIMIT } from '@/lib/copies/register'
import { formAction } from '@/lib/http/form-action'
import { paths } from '@/lib/paths'

export const registerAction = formAction(registerInput, register, {
  as: 'visitor',
  limit: REGISTER_LIMIT,
  redirectTo: () => paths.copiesSent(),
})
export const confirmAction = formAction(linkInput, confirmHolder, {
  as: 'visitor',
  limit: LINK_LIMIT,
  redirectTo: ({ page }) => paths.copiesPage(page),
})
export const holdingAction = formAction(holdingInput, addHolding, {
  as: 'visitor',
  limit: LINK_LIMIT,
  redirectTo: ({ token }) => paths.copiesPage(token),
})
export const appliedAction = formAction(appliedInput, confirmApplied, {
  as: 'visitor',
  limit: LINK_LIMIT,
  redirectTo: ({ token }) => paths.copiesPage(token),
})
export const lettersAction = formAction(lettersInput, setLetters, {
  as: 'visitor',
  limit: LINK_LIMIT,
  redirectTo: ({ token }) => paths.copiesPage(token),
})
export const leaveAction = formAction(linkInput, leave, {
  as: 'visitor',
  limit: LINK_LIMIT,
  redirectTo: () => paths.copiesLeft(),
})
