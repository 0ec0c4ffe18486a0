import 'server-only'
import { eq } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { takedownRequest } from '@/db/schema'
import { requester, system } from '@/lib/auth/load-actor'
import { enqueue } from '@/lib/jobs/enqueue'
import { enqueueMail } from '@/lib/mail/outbox'
import { takedownReceipt } from '@/lib/mail/templates/takedown-receipt'
import { paths } from '@/lib/paths'
import { env } from '@/lib/runtime/env'
import { beginClocks } from './begin-clocks'
import type { Contact } from './contact'
import type { EventData, LockedRequest } from './request-row'
import { take } from './take'

/** From here on a request is worked on: its sender is known, its clocks run, what it names is looked for, and its receipt is sent. */
export async function takeUp(tx: Tx, request: LockedRequest, contact: Contact): Promise<void> {
  const { answer } = await received(tx, request, contact.answers)
  await enqueue(tx, 'takedown.match', { requestId: request.id })
  await enqueueMail(tx, {
    to: contact.email,
    language: request.language,
    template: takedownReceipt,
    data: {
      reference: request.reference,
      kind: request.kind,
      dataset: request.datasetName,
      trackingUrl: env().url + paths.takedownTrack(contact.tracking),
      againUrl: env().url + paths.takedowns({ what: 'asked', then: 'follow' }),
      answer,
    },
    requestId: request.id,
  })
}

/** Is received: by a press in a letter, or at once where no letter is waited for. Its clocks run. */
export async function received(
  tx: Tx,
  request: LockedRequest,
  answers: Readonly<Record<string, string>>,
  data?: EventData,
): Promise<{ answer: string }> {
  await tx.update(takedownRequest).set({ confirmedAt: new Date() }).where(eq(takedownRequest.id, request.id))
  await take(tx, requester(request.id), request, 'confirm', { type: 'confirmed', data })
  return beginClocks(tx, system('takedown'), request, answers)
}
