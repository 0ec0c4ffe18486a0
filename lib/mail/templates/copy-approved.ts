import { paragraphs, type Template } from '../message'

export const copyApproved: Template<{ dataset: string; url: string }> = {
  name: 'copy-approved',
  render: ({ dataset, url }, say) => ({
    subject: say('letters.copyApproved.subject'),
    text: paragraphs(say('letters.copyApproved.checked', { dataset }), url, say('letters.copyApproved.only')),
  }),
}
