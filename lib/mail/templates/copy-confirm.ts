import { paragraphs, type Template } from '../message'

/** Goes to an address nobody has confirmed: not a word of it comes from outside. */
export const copyConfirm: Template<{ url: string; hours: number }> = {
  name: 'copy-confirm',
  render: ({ url, hours }) => ({
    subject: 'Please confirm your address for news of a dataset',
    text: paragraphs(
      'Somebody gave this address to be told what has to go from copies of a dataset. If that was you, open this link and press the button there:',
      url,
      `The link works once, within ${hours} hours. If it was not you, do nothing: this address is then erased.`,
    ),
  }),
}
