import { paragraphs, type Template } from '../message'

export const copyRevoked: Template<{ dataset: string; url: string }> = {
  name: 'copy-revoked',
  render: ({ dataset, url }, say) => ({
    subject: say('letters.copyRevoked.subject'),
    text: paragraphs(say('letters.copyRevoked.revoked', { dataset }), url),
  }),
}
