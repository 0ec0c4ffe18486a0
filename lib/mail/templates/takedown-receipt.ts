import { paragraphs, type Template } from '../message'

export const takedownReceipt: Template<{
  reference: string
  kind: string
  dataset: string
  trackingUrl: string
  /** Where the link is asked for again. */
  againUrl: string
  due: string
}> = {
  name: 'takedown-receipt',
  render: ({ reference, kind, dataset, trackingUrl, againUrl, due }) => ({
    subject: `We have received your request ${reference}`,
    text: paragraphs(
      `Your request ${reference} (${kind}) about the dataset "${dataset}" is confirmed.`,
      `You will have an answer by ${due}.`,
      'This private link shows where it stands, and lets you withdraw it. Keep it: who has the link sees the request.',
      trackingUrl,
      'If you lose it, have it sent to this address again, with the number of the request:',
      againUrl,
      'A person decides about each item. A program only finds the items you have named.',
    ),
  }),
}
