import { formatDate } from '@/lib/format'
import { paragraphs, type Template, wrote } from '../message'

export const takedownNeedsIdentity: Template<{
  reference: string
  dataset: string
  how: string
  note: string | null
  clock: string
  closes: Date
  trackingUrl: string
}> = {
  name: 'takedown-needs-identity',
  render: ({ reference, dataset, how, note, clock, closes, trackingUrl }, say, locale) => ({
    subject: say('letters.needsIdentity.subject', { reference }),
    text: paragraphs(
      say('letters.needsIdentity.why', { reference, dataset }),
      how,
      wrote(say('letters.wrote.handler'), note),
      say('letters.needsIdentity.where'),
      trackingUrl,
      clock,
      say('letters.closes', { date: formatDate(closes, false, locale) }),
    ),
  }),
}

/** To an address that stands in a row: perhaps of somebody who never wrote to us. Not a word of it comes from outside. */
export const takedownCode: Template<{ code: string; minutes: number }> = {
  name: 'takedown-code',
  render: ({ code, minutes }, say) => ({
    subject: say('letters.code.subject'),
    text: paragraphs(
      say('letters.code.row'),
      code,
      say('letters.code.minutes', { n: minutes }),
      say('letters.code.rowNotYou'),
    ),
  }),
}
