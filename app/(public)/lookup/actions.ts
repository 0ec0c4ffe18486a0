'use server'

import { formAction } from '@/lib/http/form-action'
import { lookupInput, proveInput, rowInput, tokenInput } from '@/lib/lookup/input'
import { lookUp, LOOKUP_LIMIT } from '@/lib/lookup/look-up'
import { beginSearch, prove, PROVE_LIMIT } from '@/lib/lookup/prove'
import { isRowThere } from '@/lib/lookup/row-there'
import { paths } from '@/lib/paths'

export const lookUpAction = formAction(lookupInput, lookUp, { as: 'visitor', limit: LOOKUP_LIMIT })

export const rowThereAction = formAction(rowInput, isRowThere, {
  ...{ as: 'visitor', limit: LOOKUP_LIMIT },
  message: ({ told }) => told,
})

export const proveAction = formAction(proveInput, prove, {
  as: 'visitor',
  limit: PROVE_LIMIT,
  redirectTo: (done) => ('token' in done ? paths.lookupProven(done.token) : paths.lookupSent()),
})

export const beginAction = formAction(tokenInput, beginSearch, {
  as: 'visitor',
  limit: PROVE_LIMIT,
  revalidate: ({ token }) => [paths.lookupProven(token)],
})
