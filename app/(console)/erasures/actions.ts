'use server'

import { beginErasure } from '@/lib/erasure/begin'
import { eraseForm } from '@/lib/erasure/input'
import { formAction } from '@/lib/http/form-action'
import { paths } from '@/lib/paths'

export const eraseAction = formAction(eraseForm, beginErasure, {
  revalidate: () => [paths.erasures()],
  redirectTo: () => paths.erasures(),
})
