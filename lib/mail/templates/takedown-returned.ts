import { formatPlural } from '@/lib/format'
import { paragraphs, type Template } from '../message'

export const takedownReturned: Template<{
  reference: string
  dataset: string
  revision: number
  rows: number
  trackingUrl: string
}> = {
  name: 'takedown-returned',
  render: ({ reference, dataset, revision, rows, trackingUrl }) => ({
    subject: `It came back and stays out: your request ${reference}`,
    text: paragraphs(
      `Revision ${revision} of the dataset "${dataset}" was read in. It has ${formatPlural(rows, 'row')} of what was left out for your request ${reference}.`,
      `The standing rule caught ${rows === 1 ? 'it' : 'them'}: no release has ${rows === 1 ? 'it' : 'them'}. You need not do anything.`,
      trackingUrl,
    ),
  }),
}
