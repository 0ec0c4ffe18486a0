'use server'

import { formAction } from '@/lib/http/form-action'
import { paths } from '@/lib/paths'
import { decideNamed } from '@/lib/takedowns/decide-named'
import { decideNamedInput } from '@/lib/takedowns/input'

export const decideNamedAction = formAction(decideNamedInput, decideNamed, {
  redirectTo: ({ requestId }) => paths.request(requestId),
})
