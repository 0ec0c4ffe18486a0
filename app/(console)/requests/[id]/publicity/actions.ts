'use server'

import { formAction } from '@/lib/http/form-action'
import { paths } from '@/lib/paths'
import { proposeInput, releaseInput, rescindInput, withholdInput } from '@/lib/register/input'
import { proposeNotice, releaseNotice, rescindNotice, withholdNotice } from '@/lib/register/publish'

const back = { redirectTo: ({ requestId }: { requestId: string }) => paths.request(requestId) }

export const proposeNoticeAction = formAction(proposeInput, proposeNotice, back)

export const releaseNoticeAction = formAction(releaseInput, releaseNotice, back)

export const withholdNoticeAction = formAction(withholdInput, withholdNotice, back)

export const rescindNoticeAction = formAction(rescindInput, rescindNotice, back)
