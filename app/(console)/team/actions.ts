'use server'

import { formAction } from '@/lib/http/form-action'
import { paths } from '@/lib/paths'
import { disablePerson, enablePerson } from '@/lib/people/account'
import { createPerson } from '@/lib/people/create-person'
import { grantRole, revokeRole } from '@/lib/people/grant-role'
import { accountInput, createAccountForm, roleInput } from '@/lib/people/input'
import { answer } from '@/lib/volunteers/answer'
import { answerInput } from '@/lib/volunteers/input'

const revalidate = () => [paths.team()]

export const createPersonAction = formAction(createAccountForm, createPerson, {
  revalidate,
  message: ({ email }) => `${email} can sign in now. Tell them the password, and to change it.`,
})
export const grantRoleAction = formAction(roleInput, grantRole, {
  revalidate,
  message: ({ email, role, changed }) =>
    changed ? `${email} is ${role} now.` : `${email} was ${role} already.`,
})
export const revokeRoleAction = formAction(roleInput, revokeRole, { revalidate })
export const disablePersonAction = formAction(accountInput, disablePerson, { revalidate })
export const enablePersonAction = formAction(accountInput, enablePerson, { revalidate })
export const answerAction = formAction(answerInput, answer, {
  redirectTo: ({ accepted }) => paths.team(accepted ? 'accepted' : 'declined'),
})
