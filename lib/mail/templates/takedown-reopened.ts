import { paragraphs, type Template } from '../message'

/** To whoever had an answer that does not hold any more, as long as the next one is still to be decided. */
export const takedownReopened: Template<{ reference: string; dataset: string; trackingUrl: string }> = {
  name: 'takedown-reopened',
  render: ({ reference, dataset, trackingUrl }, say) => ({
    subject: say('letters.again.subject', { reference }),
    text: paragraphs(say('letters.again.reopened', { reference, dataset }), trackingUrl),
  }),
}
