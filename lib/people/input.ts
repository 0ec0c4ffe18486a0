import { z } from 'zod'

const email = z
  .email('Write an e-mail address, like name@example.org.')
  .max(254, 'An e-mail address has at most 254 characters.')
  .transform((value) => value.toLowerCase())

/** NIST SP 800-63B §5.1.1.2: length counts, composition rules do not. */
const password = z
  .string()
  .min(12, 'Choose a password of at least 12 characters.')
  .max(1024, 'A password has at most 1,024 characters.')

const name = z.string().trim().min(1, 'Write a name.').max(100, 'A name has at most 100 characters.')

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
    message: 'The two passwords differ.',
  })

export const roleInput = z.object({
  email,
  role: z.enum(['reviewer', 'lead', 'maintainer', 'admin', 'safety_officer', 'auditor']),
  /** Slug of the dataset; empty for the site roles `admin`, `safety_officer` and `auditor`. */
  dataset: z.string().trim().optional(),
})

export const accountInput = z.object({ personId: z.uuid() })

export const changePasswordInput = z
  .object({ current: z.string().min(1, 'Write your current password.'), password, repeat: z.string() })
  .refine((input) => input.password === input.repeat, {
    path: ['repeat'],
    message: 'The two passwords differ.',
  })

export type CreatePersonInput = z.infer<typeof createPersonInput>
export type RoleInput = z.infer<typeof roleInput>
