'use server'

import { formAction } from '@/lib/http/form-action'
import { say } from '@/lib/i18n/say'
import { paths } from '@/lib/paths'
import { moveQueue, type QueueSaved, retireQueue, saveQueue } from '@/lib/review/edit-queues'
import { changeReviewSettings } from '@/lib/review/edit-settings'
import {
  moveQueueInput,
  queueRulesInput,
  retireQueueInput,
  reviewSettingsInput,
} from '@/lib/review/queue-input'
import { changeSecondPerson, secondPersonInput } from '@/lib/takedowns/second-person'

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
  message: ({ changed }) => say(changed ? 'queues.page.savedForClaims' : 'queues.page.nothingChanged'),
})

export const secondPersonAction = formAction(secondPersonInput, changeSecondPerson, {
  revalidate,
  message: ({ changed }) => say(changed ? 'reach.second.saved' : 'reach.second.unchanged'),
})

function told({ preview }: QueueSaved): string {
  if (!preview) return say('queues.page.saved')
  return say(preview.capped ? 'queues.page.previewMore' : 'queues.page.preview', { n: preview.cases })
}
