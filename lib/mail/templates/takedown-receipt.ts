import type { Messages } from '@/lib/i18n/catalogues'
import { paragraphs, type Template } from '../message'

export const takedownReceipt: Template<{
  reference: string
  kind: keyof Messages['letters']['receipt']['kind']
  dataset: string
  trackingUrl: string
  /** Where the link is asked for again. */
  againUrl: string
  /** By when there is an answer, and why: a sentence of ours. */
  answer: string
}> = {
  name: 'takedown-receipt',
  render: ({ reference, kind, dataset, trackingUrl, againUrl, answer }, say) => ({
    subject: say('letters.receipt.subject', { reference }),
    text: paragraphs(
      say('letters.receipt.confirmed', { reference, kind: say(`letters.receipt.kind.${kind}`), dataset }),
      answer,
      say('letters.receipt.page'),
      trackingUrl,
      say('letters.receipt.again'),
      againUrl,
      say('letters.receipt.people'),
    ),
  }),
}
