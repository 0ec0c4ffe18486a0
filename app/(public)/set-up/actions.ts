'use server'

import { setUpInput } from '@/lib/people/input'
import { setUpFirstAdmin } from '@/lib/people/create-person'
import { formAction } from '@/lib/http/form-action'
import { paths } from '@/lib/paths'

export const setUpAction = formAction(setUpInput, setUpFirstAdmin, {
  as: 'visitor',
  limit: { name: 'set-up', max: 20, windowSeconds: 900 },
  redirectTo: () => paths.signIn(),
})
