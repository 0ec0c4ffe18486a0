'use server'

import { escalateByForm, reportByForm, skipByForm } from '@/lib/golden/by-form'
import { escalateFormInput, objectInput, reportFormInput, skipFormInput } from '@/lib/golden/input'
import { objectTo } from '@/lib/golden/keep'
import { addressAfter, folded, nextAddress } from '@/lib/golden/next-address'
import { decideInShift, overrideInShift, revealInShift } from '@/lib/golden/shift'
import { formAction } from '@/lib/http/form-action'
import { say } from '@/lib/i18n/say'
import { addNote } from '@/lib/notes/add-note'
import { noteInput } from '@/lib/notes/input'
import { paths } from '@/lib/paths'
import { appeal } from '@/lib/review/appeal'
import { hideCase } from '@/lib/review/hide-reported'
import { appealInput, decideInput, leaseInput, overrideInput, revealInput } from '@/lib/review/input'

export const decideAction = formAction(decideInput, decideInShift, { redirectTo: folded(nextAddress) })
export const overrideAction = formAction(overrideInput, overrideInShift, { redirectTo: folded(nextAddress) })
export const skipAction = formAction(skipFormInput, skipByForm, { redirectTo: folded(addressAfter) })
export const escalateAction = formAction(escalateFormInput, escalateByForm, {
  redirectTo: folded(addressAfter),
})
export const reportAction = formAction(reportFormInput, reportByForm, { redirectTo: folded(addressAfter) })
export const appealAction = formAction(appealInput, appeal, {
  redirectTo: ({ dataset, caseId }) => paths.reviewCase(dataset, caseId),
})
export const addNoteAction = formAction(noteInput, addNote, {
  revalidate: () => [paths.triage()],
  message: ({ audience }) =>
    say(audience === 'public' ? 'caseFile.notes.addedPublic' : 'caseFile.notes.added'),
})
export const objectAction = formAction(objectInput, objectTo, {
  message: () => say('caseFile.objection'),
})
export const hideAction = formAction(leaseInput, hideCase, {
  redirectTo: ({ dataset, caseId }) => paths.reviewCase(dataset, caseId),
})
export const revealAction = formAction(revealInput, revealInShift, {
  redirectTo: ({ dataset, caseId, queue }) => paths.reviewCase(dataset, caseId, queue),
})
