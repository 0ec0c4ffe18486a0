import { paragraphs, quoted, type Template } from '../message'

export const takedownNotFound: Template<{
  reference: string
  dataset: string
  targets: string[]
  more: number
  /** What to do who does not agree, here and beyond us. */
  redress: string
  trackingUrl: string
}> = {
  name: 'takedown-not-found',
  render: ({ reference, dataset, targets, more, redress, trackingUrl }) => ({
    subject: `What you named was not found: request ${reference}`,
    text: paragraphs(
      `We looked in the latest revision of the dataset "${dataset}" and found none of this:`,
      targets.map((target) => quoted(target, 160)).join('\n>\n'),
      more > 0 ? `… and ${more} more.` : undefined,
      'So nothing was changed, and your request is closed. That need not be the end: the text may be there in other words, or under another address. Send a new request with the exact words, a web address, or the file and row.',
      redress,
      trackingUrl,
    ),
  }),
}
