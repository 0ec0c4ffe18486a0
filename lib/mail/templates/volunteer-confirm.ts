import { paragraphs, type Template } from '../message'

/** Goes to an address nobody has confirmed: not a word of it comes from outside, so it carries no message for anybody. */
export const volunteerConfirm: Template<{ url: string; hours: number }> = {
  name: 'volunteer-confirm',
  render: ({ url, hours }) => ({
    subject: 'Please confirm that you would like to review',
    text: paragraphs(
      'Somebody gave this address with an offer to review what does not belong in a dataset. If that was you, open this link and press the button there:',
      url,
      `The link works once, within ${hours} hours. Until then nobody reads the offer.`,
      'If it was not you, do nothing. The offer and this address are then erased.',
    ),
  }),
}
