'use server'

import { formAction } from '@/lib/http/form-action'
import { say } from '@/lib/i18n/say'
import { paths } from '@/lib/paths'
import { disablePerson, enablePerson } from '@/lib/people/account'
import { createPerson } from '@/lib/people/create-person'
import { dismissReviewer, grantRole, revokeRole } from '@/lib/people/grant-role'
import { accountInput, createAccountForm, dismissInput, roleInput } from '@/lib/people/input'
import { answer } from '@/lib/volunteers/answer'
import { answerInput } from '@/lib/volunteers/input'

const revalidate = () => [paths.team()]

export const createPersonAction = formAction(createAccountForm, createPerson, {
  revalidate,
  message: ({ email }) => say('team.done.made', { email }),
})
export const grantRoleAction = formAction(roleInput, grantRole, {
  revalidate,
  message: ({ email, role, changed }) =>
    say(changed ? 'team.done.granted' : 'team.done.hadIt', { email, role }),
})
export const revokeRoleAction = formAction(roleInput, revokeRole, { revalidate })
export const dismissReviewerAction = formAction(dismissInput, dismissReviewer, { revalidate })
export const disablePersonAction = formAction(accountInput, disablePerson, { revalidate })
export const enablePersonAction = formAction(accountInput, enablePerson, { revalidate })
export const answerAction = formAction(answerInput, answer, {
  redirectTo: ({ accepted }) => paths.team(accepted ? 'accepted' : 'declined'),
})
