'use server'

import { importForm, requestImport } from '@/lib/datasets/request-import'
import { formAction } from '@/lib/http/form-action'
import { paths } from '@/lib/paths'

export const importAction = formAction(importForm, requestImport, {
  redirectTo: ({ slug }) => paths.dataset(slug),
})
