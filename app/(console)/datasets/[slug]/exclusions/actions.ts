'use server'

import { formAction } from '@/lib/http/form-action'
import { paths } from '@/lib/paths'
import { endSource, keepOut } from '@/lib/review/decide-sources'
import { describeKeptOut } from '@/lib/suppression/describe-kept-out'
import { endRuleInput, keepOutInput } from '@/lib/suppression/input'

export const keepOutAction = formAction(keepOutInput, keepOut, {
  revalidate: () => [paths.datasets()],
  message: describeKeptOut,
})
export const endRuleAction = formAction(endRuleInput, endSource, {
  redirectTo: ({ slug }) => paths.exclusions(slug, true),
})
