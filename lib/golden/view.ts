import 'server-only'
import { z } from 'zod'
import { db } from '@/db/client'
import type { Member } from '@/lib/auth/actor'
import { datasetBySlug } from '@/lib/datasets/queries'
import { say } from '@/lib/i18n/say'
import type { CaseFlag } from '@/lib/review/case-facts'
import { type CaseView, caseView, outcomeOf } from '@/lib/review/case-view'
import { isOverdue } from '@/lib/review/due'
import { historyOf } from '@/lib/review/history'
import { pointsOf, priorityToday } from '@/lib/review/priority'
import { type Queue, whyInQueue } from '@/lib/review/queue-rules'
import { queuesOf } from '@/lib/review/queues'
import { cannotAppeal } from '@/lib/review/status'
import { type Bar, barInWords } from '@/lib/review/voters'
import { type Feedback, feedbackOf } from './feedback'
import { barOf, type Serving, servingOf } from './serving'

/** A case page, and what a golden item expected once its reviewer has answered it. */
export type ShiftCase = { view: CaseView; check: Feedback | null }

/** `caseView`, which also shows a golden item to the one reviewer whom it was served. For everybody else its address is a 404. */
export async function shiftCase(actor: Member, slug: string, id: string): Promise<ShiftCase> {
  const serving = await servingAt(actor, slug, id)
  if (!serving) return { view: await caseView(actor, slug, id), check: null }
  const [view, queues, check, bar] = await Promise.all([
    caseView(actor, slug, serving.caseId),
    queuesOf(db(), serving.datasetId),
    feedbackOf(db(), actor, serving),
    barOf(db(), actor, serving),
  ])
  return { view: { ...asOpenCase(view, serving, queues, actor), ...kept(serving, bar) }, check }
}

/** As of any case that was claimed: what is still on the screen may be looked at, and is not answered. */
function kept(serving: Serving, bar: Bar | null) {
  const why = bar ? barInWords(bar, serving.category) : undefined
  return {
    bar,
    cannotUncover: serving.outcome === null ? undefined : why,
    cannotDecide: serving.answer ? say('golden.errors.answered') : why,
  }
}

async function servingAt(actor: Member, slug: string, id: string): Promise<Serving | null> {
  if (!z.uuid().safeParse(id).success) return null
  const found = await datasetBySlug(slug).catch(() => null)
  return found && servingOf(db(), actor, { datasetId: found.id, id })
}

/**
 * The decided case as an open one looks in the first round of the queue it is served in: without its decision, its votes and what
 * came of them, as old as the case behind it.
 */
function asOpenCase(view: CaseView, serving: Serving, queues: readonly Queue[], actor: Member): CaseView {
  const queue = queues.find(({ id }) => id === serving.queueId)
  const later = serving.openedAt.getTime() - view.openedAt.getTime()
  const flags = view.flags.map((flag): CaseFlag => ({ ...flag, at: new Date(flag.at.getTime() + later) }))
  const own = flags.filter((flag) => flag.category === view.category)
  const decisions = view.decisions.filter(({ caseId }) => caseId !== serving.caseId)
  const dueAt = queue?.dueHours ? new Date(serving.openedAt.getTime() + queue.dueHours * 3_600_000) : null
  const overdue = isOverdue({ status: 'open', dueAt })
  const ages = { openedAt: serving.openedAt, dueAt, overdue, takedowns: 0 }
  return {
    ...view,
    ...ages,
    ...priorityToday({ ...ages, points: pointsOf(own, 0) }, own),
    id: serving.id,
    status: 'open',
    round: 1,
    quorum: queue?.quorum ?? view.quorum,
    slots: queue?.slots ?? view.slots,
    leadNeeded: queue?.leadNeeded ?? view.leadNeeded,
    actions: queue?.actions ? [...queue.actions] : null,
    stage: 'review',
    appealed: false,
    queue: queue ? { ...queue, why: whyInQueue(queue, serving) } : null,
    claimed: serving.outcome === null,
    flags,
    votes: { cast: 0, mine: false, blind: queue?.blind ?? true, shown: [], missed: 0 },
    inForce: null,
    decisions,
    outcome: outcomeOf(decisions),
    history: historyOf({ flags: own, votes: [], decisions: [], appeals: [], reveals: [], reopenedAt: null }),
    cannotAppeal: cannotAppeal({ datasetId: view.datasetId, status: 'open' }, actor),
    grounds: null,
  }
}
