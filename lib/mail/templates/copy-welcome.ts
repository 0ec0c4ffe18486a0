import { paragraphs, type Template } from '../message'

export const copyWelcome: Template<{ url: string }> = {
  name: 'copy-welcome',
  render: ({ url }, say) => ({
    subject: say('letters.copyWelcome.subject'),
    text: paragraphs(say('letters.copyWelcome.told'), url, say('letters.copyWelcome.secret')),
  }),
}
