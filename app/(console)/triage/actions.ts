'use server'

import { formAction } from '@/lib/http/form-action'
import { formatPlural } from '@/lib/format'
import { paths } from '@/lib/paths'
import { decideMany, previewMany } from '@/lib/review/decide-many'
import { decideManyInput } from '@/lib/review/input'

export const previewManyAction = formAction(decideManyInput, previewMany)
export const decideManyAction = formAction(decideManyInput, decideMany, {
  message: ({ decided, skipped }) =>
    `${formatPlural(decided, 'case')} decided${skipped > 0 ? `, ${formatPlural(skipped, 'case')} skipped` : ''}.`,
  revalidate: () => [paths.triage()],
})
