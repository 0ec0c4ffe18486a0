import { paragraphs, type Template, wrote } from '../message'

export const takedownRejected: Template<{
  reference: string
  dataset: string
  reason: string
  note: string | null
  redress: string
  trackingUrl: string
}> = {
  name: 'takedown-rejected',
  render: ({ reference, dataset, reason, note, redress, trackingUrl }, say) => ({
    subject: say('letters.rejected.subject', { reference }),
    text: paragraphs(
      say('letters.rejected.closed', { reference, dataset }),
      reason,
      wrote(say('letters.wrote.looked'), note),
      redress,
      trackingUrl,
    ),
  }),
}
