'use server'

import { servingInput } from '@/lib/golden/input'
import { acknowledgeRetired } from '@/lib/golden/keep'
import { startShift } from '@/lib/golden/shift'
import { formAction } from '@/lib/http/form-action'
import { paths } from '@/lib/paths'
import { forgetRefused } from '@/lib/review/held-vote'
import { claimInput, leaseInput, preferenceInput } from '@/lib/review/input'
import { savePreferences } from '@/lib/review/preferences'

export const startShiftAction = formAction(claimInput, startShift, {
  redirectTo: ({ datasetId, dataset, caseId, shift }) =>
    caseId ? paths.shiftCase(dataset, caseId, shift) : paths.queues(datasetId),
})
export const savePreferencesAction = formAction(preferenceInput, savePreferences, {
  redirectTo: ({ back, reviews }) => back ?? (reviews ? paths.queues() : paths.account()),
})
export const acknowledgeRetiredAction = formAction(servingInput, acknowledgeRetired, {
  revalidate: () => [paths.queues()],
})
export const forgetRefusedAction = formAction(leaseInput, forgetRefused, {
  revalidate: () => [paths.queues(), paths.triage()],
})
