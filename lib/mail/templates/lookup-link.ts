import { paragraphs, type Template } from '../message'

export const lookupLink: Template<{ url: string; days: number }> = {
  name: 'lookup-link',
  render: ({ url, days }, say) => ({
    subject: say('letters.lookup.subject'),
    text: paragraphs(
      say('letters.lookup.asked'),
      url,
      say('letters.lookup.sees', { days }),
      say('letters.lookup.notYou'),
    ),
  }),
}
