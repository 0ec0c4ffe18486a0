import { paragraphs, quoted, type Template } from '../message'

export const takedownRejected: Template<{
  reference: string
  dataset: string
  reason: string
  note: string | null
  redress: string
  trackingUrl: string
}> = {
  name: 'takedown-rejected',
  render: ({ reference, dataset, reason, note, redress, trackingUrl }) => ({
    subject: `We do not take up your request ${reference}`,
    text: paragraphs(
      `Your request ${reference} about the dataset "${dataset}" is closed without a decision about what it names.`,
      reason,
      note ? `The person who looked at it writes:\n${quoted(note, 2_000)}` : undefined,
      redress,
      trackingUrl,
    ),
  }),
}
