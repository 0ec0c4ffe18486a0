import 'server-only'
import { transact } from '@/db/client'
import type { Member } from '@/lib/auth/actor'
import { can } from '@/lib/auth/permissions'
import { paths } from '@/lib/paths'
import type { DecideView } from '@/lib/review/decide'
import { nextInQueue } from '@/lib/review/next-case'
import { shiftOf } from '@/lib/review/paths'
import { startShift } from './shift'

/** A case that somebody is done with, or not (`stays`), and what is said of it on the page that follows. */
export type Left = {
  datasetId: string
  dataset: string
  caseId: string
  /** What they work through: a query string of the triage page, or of a shift. */
  queue: string
  done: string
  stays?: boolean | undefined
}

/** Where a reviewer goes after a decision. What was done is said there. */
export function nextAddress(decided: DecideView, actor: Member): Promise<string> {
  const { datasetId, dataset, caseId, queue, state, action, isCheck } = decided
  const done = `${state === 'decided' ? action : 'voted'}:${dataset}:${caseId}`
  return addressAfter({ datasetId, dataset, caseId, queue, done, stays: isCheck }, actor)
}

/**
 * The same with every form folded: without scripts one is open by what stands behind the # of an address, which a browser takes along to an
 * address that has nothing there.
 */
export const folded =
  <View>(address: (view: View, actor: Member) => string | Promise<string>) =>
  async (view: View, actor: Member): Promise<string> =>
    `${await address(view, actor)}#content`

/** Without scripts: in a shift to the case that is claimed next, otherwise to the next of the table, else to where they came from. */
export async function addressAfter(left: Left, actor: Member): Promise<string> {
  const { datasetId, dataset, caseId, queue, done, stays } = left
  const query = [queue, new URLSearchParams({ done }).toString()].filter(Boolean).join('&')
  if (stays) return paths.reviewCase(dataset, caseId, query)
  const shift = shiftOf(queue)
  const next =
    shift === null
      ? await nextInQueue(actor, { queue, after: { datasetId, id: caseId } })
      : await nextOfShift(left, shift, actor)
  if (next) return paths.reviewCase(next.dataset, next.caseId, query)
  return shift === null ? paths.triageQueue(query) : paths.queues(datasetId)
}

async function nextOfShift({ datasetId, caseId }: Left, shift: string, actor: Member) {
  if (!can(actor, 'case.review', datasetId)) return null
  // What was just left is held for some seconds more, and is not what comes next.
  const input = { datasetId, queueId: shift === 'all' ? undefined : shift, held: [caseId] }
  const started = await transact((tx) => startShift(tx, actor, input))
  return started.caseId === null ? null : { dataset: started.dataset, caseId: started.caseId }
}
