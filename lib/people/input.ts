import { z } from 'zod'
import { asks } from '@/lib/i18n/say'

const email = z
  .email(asks('account.input.emailForm'))
  .max(254, asks('account.input.emailLong'))
  .transform((value) => value.toLowerCase())

/** NIST SP 800-63B §5.1.1.2: length counts, composition rules do not. */
const password = z
  .string()
  .min(12, asks('account.input.passwordShort'))
  .max(1024, asks('account.input.passwordLong'))

const name = z.string().trim().min(1, asks('account.input.name')).max(100, asks('account.input.nameLong'))

export const createPersonInput = z.object({
  email,
  name,
  password: password.optional(),
  /** Shown to the public instead of the name; made up when left out. */
  pseudonym: z.string().trim().min(2).max(40).optional(),
  admin: z.boolean().optional(),
  demo: z.boolean().optional(),
})

export const createAccountForm = z.object({ email, name, password })

export const setUpInput = z
  .object({ email, name, password, repeat: z.string() })
  .refine((input) => input.password === input.repeat, {
    path: ['repeat'],
    ...asks('account.input.passwordsDiffer'),
  })

export const roleInput = z.object({
  email,
  role: z.enum(['reviewer', 'lead', 'maintainer', 'admin', 'safety_officer', 'auditor']),
  /** Slug of the dataset; empty for the site roles `admin`, `safety_officer` and `auditor`. */
  dataset: z.string().trim().optional(),
})

/** A reviewer of a dataset who is none any more. */
export const dismissInput = z.object({ personId: z.uuid(), datasetId: z.uuid() })

export const accountInput = z.object({ personId: z.uuid() })

export const changePasswordInput = z
  .object({ current: z.string().min(1, asks('account.input.currentMissing')), password, repeat: z.string() })
  .refine((input) => input.password === input.repeat, {
    path: ['repeat'],
    ...asks('account.input.passwordsDiffer'),
  })

export type CreatePersonInput = z.infer<typeof createPersonInput>
export type RoleInput = z.infer<typeof roleInput>
export type DismissInput = z.infer<typeof dismissInput>
