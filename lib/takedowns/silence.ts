import 'server-only'
import type { Tx } from '@/db/client'
import { system } from '@/lib/auth/load-actor'
import { enqueue } from '@/lib/jobs/enqueue'
import { takedownReminder } from '@/lib/mail/templates/takedown-needs-info'
import { SILENCE_DAYS } from './ask-info'
import { tellRejected } from './reject'
import { type LockedRequest, lockRequest, recordEvent } from './request-row'
import { lastEvent } from './said'
import { may } from './status'
import { take } from './take'
import { writeTo } from './write-to'

export type Silence = { requestId: string; eventId: string; then: 'remind' | 'close' }

/**
 * Nothing was heard since something was asked for: a reminder, and a week later the request is closed as abandoned, as both letters
 * said. Runs again without harm, and does nothing once an answer came, something else was asked, or the request is held.
 */
export async function silence(tx: Tx, { requestId, eventId, then }: Silence): Promise<void> {
  const request = await lockRequest(tx, requestId)
  if (!may(request.status, 'abandon')) return
  const [asked, reminded] = [
    await lastEvent(tx, requestId, ['needs_info', 'needs_identity']),
    await lastEvent(tx, requestId, ['info_reminded']),
  ]
  if (asked?.id !== eventId) return
  const wasReminded = reminded !== null && reminded.at > asked.at
  if (then === 'remind') {
    // Reminded before it was held: what was to close it has passed meanwhile.
    if (wasReminded) await closeLater(tx, request, eventId)
    else await remind(tx, request, eventId)
    return
  }
  const closed = await take(tx, system('takedown'), request, 'abandon', {
    type: 'rejected',
    data: { reason: 'abandoned' },
  })
  await tellRejected(tx, closed, { reason: 'abandoned' })
}

async function remind(tx: Tx, request: LockedRequest, eventId: string): Promise<void> {
  const closes = await closeLater(tx, request, eventId)
  await recordEvent(tx, system('takedown'), request, 'info_reminded')
  await writeTo(tx, request, takedownReminder, {
    reference: request.reference,
    dataset: request.datasetName,
    closes,
  })
}

async function closeLater(tx: Tx, request: LockedRequest, eventId: string): Promise<Date> {
  const closes = new Date(Date.now() + SILENCE_DAYS.close * 86_400_000)
  const next = { requestId: request.id, eventId, then: 'close' as const }
  await enqueue(tx, 'takedown.silence', next, { runAt: closes })
  return closes
}
