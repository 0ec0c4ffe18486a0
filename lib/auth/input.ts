import { z } from 'zod'

export const signInInput = z.object({
  email: z.email('Write your e-mail address.').max(254).toLowerCase(),
  password: z.string().min(1, 'Write your password.').max(1024),
  callbackUrl: z.string().optional(),
})

export const signOutInput = z.object({})
