import { paragraphs, type Template } from '../message'

export const takedownLink: Template<{ reference: string; trackingUrl: string }> = {
  name: 'takedown-link',
  render: ({ reference, trackingUrl }, say) => ({
    subject: say('letters.link.subject', { reference }),
    text: paragraphs(say('letters.link.asked', { reference }), say('letters.link.private'), trackingUrl),
  }),
}
