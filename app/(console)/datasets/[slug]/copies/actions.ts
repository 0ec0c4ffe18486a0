'use server'

import { vetInput } from '@/lib/copies/input'
import { approveHolder, revokeHolder } from '@/lib/copies/vet'
import { addHost, endHost, setMargin, tickHost } from '@/lib/fulfilment/hosts'
import { endHostInput, hostInput, marginInput, tickInput } from '@/lib/fulfilment/input'
import { formAction } from '@/lib/http/form-action'
import { paths } from '@/lib/paths'

export const approveAction = formAction(vetInput, approveHolder, {
  redirectTo: ({ slug }) => paths.datasetCopies(slug),
})
export const revokeAction = formAction(vetInput, revokeHolder, {
  redirectTo: ({ slug }) => paths.datasetCopies(slug),
})
export const addHostAction = formAction(hostInput, addHost, {
  redirectTo: ({ slug }) => paths.datasetCopies(slug),
})
export const endHostAction = formAction(endHostInput, endHost, {
  redirectTo: ({ slug }) => paths.datasetCopies(slug),
})
export const tickAction = formAction(tickInput, tickHost, {
  redirectTo: ({ slug }) => paths.datasetCopies(slug),
})
export const marginAction = formAction(marginInput, setMargin, {
  redirectTo: ({ slug }) => paths.datasetCopies(slug),
})
