'use server'

import { signInInput, signOutInput } from '@/lib/auth/input'
import { signIn, signOut } from '@/lib/auth/sign-in'
import { formAction } from '@/lib/http/form-action'
import { paths } from '@/lib/paths'

export const signInAction = formAction(signInInput, signIn, { as: 'visitor', redirectTo: ({ back }) => back })
export const signOutAction = formAction(signOutInput, signOut, { redirectTo: () => paths.home() })
