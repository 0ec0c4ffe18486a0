'use server'

import { formAction } from '@/lib/http/form-action'
import { paths } from '@/lib/paths'
import { revokeInput, senderInput } from '@/lib/senders/input'
import { makeSender, revokeSender } from '@/lib/senders/make'

const revalidate = () => [paths.senders()]

export const makeSenderAction = formAction(senderInput, makeSender, { revalidate })
export const revokeSenderAction = formAction(revokeInput, revokeSender, { revalidate })
