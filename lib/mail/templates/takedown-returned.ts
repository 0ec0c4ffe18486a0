import { paragraphs, type Template } from '../message'

export const takedownReturned: Template<{
  reference: string
  dataset: string
  revision: number
  rows: number
  trackingUrl: string
}> = {
  name: 'takedown-returned',
  render: ({ reference, dataset, revision, rows, trackingUrl }, say) => ({
    subject: say('letters.returned.subject', { reference }),
    text: paragraphs(
      say('letters.returned.read', { reference, dataset, revision, n: rows }),
      say('letters.returned.caught', { n: rows }),
      trackingUrl,
    ),
  }),
}
