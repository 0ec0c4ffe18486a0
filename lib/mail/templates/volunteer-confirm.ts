import { paragraphs, type Template } from '../message'

/** Goes to an address nobody has confirmed: not a word of it comes from outside, so it carries no message for anybody. */
export const volunteerConfirm: Template<{ url: string; hours: number }> = {
  name: 'volunteer-confirm',
  render: ({ url, hours }, say) => ({
    subject: say('letters.volunteerConfirm.subject'),
    text: paragraphs(
      say('letters.volunteerConfirm.asked'),
      url,
      say('letters.volunteerConfirm.once', { hours }),
      say('letters.volunteerConfirm.notYou'),
    ),
  }),
}
