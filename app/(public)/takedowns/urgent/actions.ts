'use server'

import { formAction } from '@/lib/http/form-action'
import { say } from '@/lib/i18n/say'
import { paths } from '@/lib/paths'
import { urgentInput } from '@/lib/urgent/input'
import { receiveUrgent, URGENT_LIMIT } from '@/lib/urgent/receive'

/** Straight to the private page: where no address is given there is no other way to it. */
export const urgentAction = formAction(urgentInput, receiveUrgent, {
  as: 'visitor',
  limit: URGENT_LIMIT,
  tooMany: () => say('urgent.errors.many'),
  redirectTo: ({ tracking, others }) => paths.takedownTrack(tracking, true, others),
})
