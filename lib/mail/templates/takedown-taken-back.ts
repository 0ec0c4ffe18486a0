import { paragraphs, type Template } from '../message'

export const takedownTakenBack: Template<{ reference: string; dataset: string; trackingUrl: string }> = {
  name: 'takedown-taken-back',
  render: ({ reference, dataset, trackingUrl }, say) => ({
    subject: say('letters.again.subject', { reference }),
    text: paragraphs(say('letters.again.takenBack', { dataset }), say('letters.again.sameTime'), trackingUrl),
  }),
}
