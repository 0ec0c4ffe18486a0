'use server'

import { formatCount, formatPlural } from '@/lib/format'
import { formAction } from '@/lib/http/form-action'
import { paths } from '@/lib/paths'
import { moveQueue, type QueueSaved, retireQueue, saveQueue } from '@/lib/review/edit-queues'
import { changeReviewSettings } from '@/lib/review/edit-settings'
import {
  moveQueueInput,
  queueRulesInput,
  retireQueueInput,
  reviewSettingsInput,
} from '@/lib/review/queue-input'

const revalidate = () => [paths.datasets()]

export const saveQueueAction = formAction(queueRulesInput, saveQueue, {
  revalidate,
  message: told,
  redirectTo: ({ saved, slug }) => (saved ? paths.datasetQueues(slug, true) : undefined),
})
/** The button that was pressed has moved or is gone: the page tells what was done, and takes the focus there. */
const redirectTo = ({ slug }: { slug: string }) => paths.datasetQueues(slug, true)
export const moveQueueAction = formAction(moveQueueInput, moveQueue, { revalidate, redirectTo })
export const retireQueueAction = formAction(retireQueueInput, retireQueue, { revalidate, redirectTo })
export const reviewSettingsAction = formAction(reviewSettingsInput, changeReviewSettings, {
  revalidate,
  message: ({ changed }) => (changed ? 'Saved. It holds from the next claim on.' : 'Nothing was changed.'),
})

function told({ preview }: QueueSaved): string {
  if (!preview) return 'Saved.'
  const cases = preview.capped
    ? `More than ${formatCount(preview.cases)} open cases`
    : formatPlural(preview.cases, 'open case')
  return `${cases} would be here. Nothing is saved yet.`
}
