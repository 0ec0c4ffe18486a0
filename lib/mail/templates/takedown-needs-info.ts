import { formatDate } from '@/lib/format'
import { paragraphs, type Template, wrote } from '../message'

export const takedownNeedsInfo: Template<{
  reference: string
  dataset: string
  missing: readonly string[]
  law: string | null
  note: string | null
  clock: string
  closes: Date
  trackingUrl: string
}> = {
  name: 'takedown-needs-info',
  render: ({ reference, dataset, missing, law, note, clock, closes, trackingUrl }, say, locale) => ({
    subject: say('letters.needsInfo.subject', { reference }),
    text: paragraphs(
      [
        say('letters.needsInfo.undecided', { reference, dataset }),
        law ? say('letters.needsInfo.missingByLaw', { law }) : say('letters.needsInfo.missing'),
      ].join(' '),
      missing.map((name) => `- ${name}`).join('\n'),
      wrote(say('letters.wrote.handler'), note),
      say('letters.needsInfo.where'),
      trackingUrl,
      clock,
      say('letters.closes', { date: formatDate(closes, false, locale) }),
    ),
  }),
}

export const takedownReminder: Template<{
  reference: string
  dataset: string
  closes: Date
  trackingUrl: string
}> = {
  name: 'takedown-reminder',
  render: ({ reference, dataset, closes, trackingUrl }, say, locale) => ({
    subject: say('letters.reminder.subject', { reference }),
    text: paragraphs(
      say('letters.reminder.asked', { reference, dataset }),
      say('letters.reminder.closes', { date: formatDate(closes, false, locale) }),
      trackingUrl,
    ),
  }),
}
