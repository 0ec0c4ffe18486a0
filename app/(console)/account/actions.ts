'use server'

import { signOutInput } from '@/lib/auth/input'
import { signOut } from '@/lib/auth/sign-in'
import { formAction } from '@/lib/http/form-action'
import { changePassword } from '@/lib/people/account'
import { changePasswordInput } from '@/lib/people/input'
import { paths } from '@/lib/paths'

export const changePasswordAction = formAction(changePasswordInput, changePassword, {
  redirectTo: () => paths.signIn(paths.account()),
})
export const signOutAction = formAction(signOutInput, signOut, { redirectTo: () => paths.home() })
