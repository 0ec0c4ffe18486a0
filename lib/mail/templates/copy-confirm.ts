import { paragraphs, type Template } from '../message'

/** Goes to an address nobody has confirmed: not a word of it comes from outside. */
export const copyConfirm: Template<{ url: string; hours: number }> = {
  name: 'copy-confirm',
  render: ({ url, hours }, say) => ({
    subject: say('letters.copyConfirm.subject'),
    text: paragraphs(say('letters.copyConfirm.asked'), url, say('letters.copyConfirm.once', { hours })),
  }),
}
