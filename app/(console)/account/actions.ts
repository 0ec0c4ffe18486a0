'use server'

import { signOutInput } from '@/lib/auth/input'
import { signOut } from '@/lib/auth/sign-in'
import { formAction } from '@/lib/http/form-action'
import { say } from '@/lib/i18n/say'
import { changePassword } from '@/lib/people/account'
import { changePasswordInput } from '@/lib/people/input'
import { paths } from '@/lib/paths'
import { saveKeys } from '@/lib/keyboard/preferences'
import { keyboardInput } from '@/lib/keyboard/input'

export const changePasswordAction = formAction(changePasswordInput, changePassword, {
  redirectTo: () => paths.signIn(paths.account()),
})
export const signOutAction = formAction(signOutInput, signOut, { redirectTo: () => paths.home() })
export const saveKeysAction = formAction(keyboardInput, saveKeys, {
  revalidate: () => [paths.accountKeys()],
  message: ({ enabled }) => say(enabled ? 'account.keys.saved' : 'account.keys.savedOff'),
})
