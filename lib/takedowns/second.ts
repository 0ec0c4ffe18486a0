import 'server-only'
import type { Db, Tx } from '@/db/client'
import { system } from '@/lib/auth/load-actor'
import type { TakedownKind } from './attestations'
import { type LockedRequest, recordEvent } from './request-row'
import { lastEvent } from './said'
import { may, type TakedownStatus } from './status'

/**
 * What takes effect in law between people: its outcome is not sent before a second person agrees (the database holds it, too). A counter
 * notice has a check of its own.
 */
export const LEGAL: readonly TakedownKind[] = ['copyright', 'court_order', 'publicity']

export const needsSecond = (kind: TakedownKind): boolean => LEGAL.includes(kind)

/** Notes that everything is decided and waits for a second person. Once for each outcome, however often a case is decided. */
export async function awaitSecond(tx: Tx, request: LockedRequest, outcome: TakedownStatus): Promise<void> {
  if ((await awaitedSecond(tx, request))?.outcome === outcome) return
  await recordEvent(tx, system('takedown'), request, 'outcome_ready', { outcome })
}

/** What waits for a second person; null when nothing does. */
export async function awaitedSecond(
  on: Db | Tx,
  { id, kind, status }: Pick<LockedRequest, 'id' | 'kind' | 'status'>,
): Promise<{ eventId: string; outcome: string } | null> {
  if (!needsSecond(kind) || !may(status, 'act')) return null
  const last = await lastEvent(on, id, [
    'outcome_ready',
    'outcome',
    'appealed',
    'appeal_decided',
    'info_given',
  ])
  return last?.type === 'outcome_ready' ? { eventId: last.id, outcome: String(last.data.outcome) } : null
}
