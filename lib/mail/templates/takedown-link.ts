import { paragraphs, type Template } from '../message'

export const takedownLink: Template<{ reference: string; trackingUrl: string }> = {
  name: 'takedown-link',
  render: ({ reference, trackingUrl }) => ({
    subject: `The page of your request ${reference}`,
    text: paragraphs(
      `Somebody asked us to send the link of the request ${reference} again. If that was not you, there is nothing to do: it was sent to nobody but you.`,
      'The link leads to the private page of the request. Who has it sees the page, so do not pass it on.',
      trackingUrl,
    ),
  }),
}
