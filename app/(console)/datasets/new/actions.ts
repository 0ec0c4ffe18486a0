'use server'

import { registerForm } from '@/lib/datasets/form-input'
import { registerDataset } from '@/lib/datasets/register'
import { formAction } from '@/lib/http/form-action'
import { paths } from '@/lib/paths'

export const registerAction = formAction(registerForm, registerDataset, {
  revalidate: () => [paths.datasets()],
  redirectTo: ({ slug }) => paths.dataset(slug),
})
