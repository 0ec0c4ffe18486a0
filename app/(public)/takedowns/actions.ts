'use server'

import { withFiles } from '@/lib/attachments/input'
import { formAction } from '@/lib/http/form-action'
import { say } from '@/lib/i18n/say'
import { paths } from '@/lib/paths'
import { contest } from '@/lib/takedowns/appeal'
import { confirm, LINK_LIMIT } from '@/lib/takedowns/confirm'
import { draft } from '@/lib/takedowns/draft'
import {
  confirmInput,
  contestInput,
  draftInput,
  linkAgainInput,
  submissionInput,
  withdrawInput,
} from '@/lib/takedowns/input'
import { DRAFT_LIMIT, receive, SUBMIT_LIMIT } from '@/lib/takedowns/receive'
import { LINK_AGAIN_LIMIT, sendLinkAgain } from '@/lib/takedowns/send-link-again'
import { withdraw } from '@/lib/takedowns/withdraw'

export const draftAction = formAction(draftInput, draft, { as: 'visitor', limit: DRAFT_LIMIT })

export const sendAction = formAction(withFiles(submissionInput), receive, {
  as: 'visitor',
  limit: SUBMIT_LIMIT,
  redirectTo: () => paths.takedownSent(),
})

export const confirmAction = formAction(confirmInput, confirm, {
  as: 'visitor',
  limit: LINK_LIMIT,
  redirectTo: ({ tracking }) => paths.takedownTrack(tracking, true),
})

export const contestAction = formAction(contestInput, contest, {
  as: 'visitor',
  limit: LINK_LIMIT,
  revalidate: ({ token }) => [paths.takedownTrack(token)],
})

export const withdrawAction = formAction(withdrawInput, withdraw, {
  as: 'visitor',
  limit: LINK_LIMIT,
  revalidate: ({ token }) => [paths.takedownTrack(token)],
})

export const linkAgainAction = formAction(linkAgainInput, sendLinkAgain, {
  ...{ as: 'visitor', limit: LINK_AGAIN_LIMIT },
  message: () => say('intake.router.link.asked'),
})
