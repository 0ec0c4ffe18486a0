import { z } from 'zod'
import { asks } from '@/lib/i18n/say'

export const signInInput = z.object({
  email: z.email(asks('account.input.emailMissing')).max(254).toLowerCase(),
  password: z.string().min(1, asks('account.input.passwordMissing')).max(1024),
  callbackUrl: z.string().optional(),
})

export const signOutInput = z.object({})
