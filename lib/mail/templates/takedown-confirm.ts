import { paragraphs, type Template } from '../message'

/** Goes to an address nobody has confirmed: not a word of it comes from outside, so it carries no message for anybody. */
export const takedownConfirm: Template<{ url: string; reference: string; hours: number }> = {
  name: 'takedown-confirm',
  render: ({ url, reference, hours }) => ({
    subject: `Please confirm your request ${reference}`,
    text: paragraphs(
      'Somebody gave this address with a request about a dataset. If that was you, open this link and press the button there:',
      url,
      `The link works once, within ${hours} hours. Until then nobody reads the request.`,
      'If it was not you, do nothing. The request and this address are then erased.',
    ),
  }),
}
