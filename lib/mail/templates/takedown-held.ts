import { paragraphs, type Template, wrote } from '../message'

export const takedownHeld: Template<{
  reference: string
  dataset: string
  reason: string
  note: string | null
  clock: string
  trackingUrl: string
}> = {
  name: 'takedown-held',
  render: ({ reference, dataset, reason, note, clock, trackingUrl }, say) => ({
    subject: say('letters.held.subject', { reference }),
    text: paragraphs(
      say('letters.held.held', { reference, dataset, reason }),
      wrote(say('letters.wrote.handler'), note),
      clock,
      say('letters.held.nothing'),
      trackingUrl,
    ),
  }),
}

export const takedownResumed: Template<{ reference: string; dataset: string; trackingUrl: string }> = {
  name: 'takedown-resumed',
  render: ({ reference, dataset, trackingUrl }, say) => ({
    subject: say('letters.resumed.subject', { reference }),
    text: paragraphs(say('letters.resumed.resumed', { reference, dataset }), trackingUrl),
  }),
}
