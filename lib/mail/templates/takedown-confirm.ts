import { paragraphs, type Template } from '../message'

/** Goes to an address nobody has confirmed: not a word of it comes from outside, so it carries no message for anybody. */
export const takedownConfirm: Template<{ url: string; reference: string; hours: number }> = {
  name: 'takedown-confirm',
  render: ({ url, reference, hours }, say) => ({
    subject: say('letters.confirm.subject', { reference }),
    text: paragraphs(
      say('letters.confirm.asked'),
      url,
      say('letters.confirm.once', { hours }),
      say('letters.confirm.notYou'),
    ),
  }),
}
