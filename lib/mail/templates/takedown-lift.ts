import { formatDate } from '@/lib/format'
import type { Lift } from '@/lib/takedowns/lift-reasons'
import { paragraphs, type Template, wrote } from '../message'

/** To whoever had something restricted, before that ends (GDPR Art. 18(3)). What their page says, too; nothing of any row. */
export const takedownLift: Template<{
  reference: string
  dataset: string
  reason: Lift
  until: Date
  note: string | null
  trackingUrl: string
}> = {
  name: 'takedown-lift',
  render: ({ reference, dataset, reason, until, note, trackingUrl }, say, locale) => ({
    subject: say('rights.lift.subject', { reference }),
    text: paragraphs(
      `${say('rights.lift.letter', { reference, dataset, date: formatDate(until, false, locale) })} ${say(`rights.lift.why.${reason}`)}`,
      wrote(say('rights.lift.wrote'), note),
      say('rights.lift.means'),
      say('rights.lift.can'),
      trackingUrl,
    ),
  }),
}

export const takedownLiftCalledOff: Template<{ reference: string; dataset: string; trackingUrl: string }> = {
  name: 'takedown-lift-called-off',
  render: ({ reference, dataset, trackingUrl }, say) => ({
    subject: say('rights.lift.subjectCalledOff', { reference }),
    text: paragraphs(say('rights.lift.calledOff', { reference, dataset }), trackingUrl),
  }),
}

export const takedownLifted: Template<{
  reference: string
  dataset: string
  /** What came of it, one sentence each. */
  lines: string[]
  trackingUrl: string
}> = {
  name: 'takedown-lifted',
  render: ({ reference, dataset, lines, trackingUrl }, say) => ({
    subject: say('rights.lift.subjectLifted', { reference }),
    text: paragraphs(
      say('rights.lift.lifted', { reference, dataset }),
      lines.join('\n'),
      say('rights.lift.next'),
      trackingUrl,
    ),
  }),
}
