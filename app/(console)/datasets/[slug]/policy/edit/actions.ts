'use server'

import { formAction } from '@/lib/http/form-action'
import { paths } from '@/lib/paths'
import { policyForm } from '@/lib/policies/input'
import { publishPolicy } from '@/lib/policies/publish-version'

export const publishPolicyAction = formAction(policyForm, publishPolicy, {
  redirectTo: ({ dataset }) => paths.policy(dataset ?? ''),
})
