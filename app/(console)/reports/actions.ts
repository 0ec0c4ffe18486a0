'use server'

import { dsaInput, prepareBatch } from '@/lib/exports/dsa'
import { formAction } from '@/lib/http/form-action'
import { paths } from '@/lib/paths'

export const prepareBatchAction = formAction(dsaInput, prepareBatch, {
  redirectTo: ({ slug }) => paths.reports(slug),
})
