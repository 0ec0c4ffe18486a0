import { paragraphs, type Template } from '../message'

export const lookupLink: Template<{ url: string; days: number }> = {
  name: 'lookup-link',
  render: ({ url, days }) => ({
    subject: 'Is it in our datasets? Your link to look',
    text: paragraphs(
      'Somebody asked whether rows that belong with this mailbox are in our datasets. If it was you, open this page and press the button:',
      url,
      `Whoever has the link sees how many rows there are, and nothing else. After ${days} days the link and the answer are gone.`,
      'If it was not you, do nothing: nobody sees an answer without this link.',
    ),
  }),
}
