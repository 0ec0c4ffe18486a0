'use server'

import { formAction } from '@/lib/http/form-action'
import { contestSuspension } from '@/lib/other-side/suspension'
import { contestSenderInput, retractInput } from '@/lib/other-side/input'
import { retractByLink } from '@/lib/other-side/retract-verbs'
import { paths } from '@/lib/paths'
import { LINK_LIMIT } from '@/lib/takedowns/confirm'

const tracked = { as: 'visitor', limit: LINK_LIMIT } as const

export const retractAction = formAction(retractInput, retractByLink, {
  ...tracked,
  revalidate: ({ token }) => [paths.takedownTrack(token)],
})

export const contestSuspensionAction = formAction(contestSenderInput, contestSuspension, {
  ...tracked,
  revalidate: ({ token }) => [paths.takedownTrack(token)],
})
