import { paragraphs, type Template } from '../message'

export const takedownWithdrawn: Template<{ reference: string; dataset: string }> = {
  name: 'takedown-withdrawn',
  render: ({ reference, dataset }, say) => ({
    subject: say('letters.withdrawn.subject', { reference }),
    text: paragraphs(
      say('letters.withdrawn.withdrawn', { reference, dataset }),
      say('letters.withdrawn.notYou'),
    ),
  }),
}
