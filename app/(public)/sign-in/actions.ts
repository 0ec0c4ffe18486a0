'use server'

import { signInInput } from '@/lib/auth/input'
import { signIn } from '@/lib/auth/sign-in'
import { formAction } from '@/lib/http/form-action'

export const signInAction = formAction(signInInput, signIn, { as: 'visitor', redirectTo: ({ back }) => back })
