import { paragraphs, quoted, type Template } from '../message'

export type OutcomeLine = { target: string; results: string[] }

export const takedownOutcome: Template<{
  reference: string
  dataset: string
  summary: string
  lines: OutcomeLine[]
  more: number
  next: string
  redress: string
  trackingUrl: string
}> = {
  name: 'takedown-outcome',
  render: ({ reference, dataset, summary, lines, more, next, redress, trackingUrl }) => ({
    subject: `The outcome of your request ${reference}`,
    text: paragraphs(
      `Your request ${reference} about the dataset "${dataset}" has been decided.`,
      summary,
      ...lines.flatMap(({ target, results }) => [`You named:\n${quoted(target, 160)}`, results.join('\n')]),
      more > 0 ? `… and ${more} more, all of them behind the link below.` : undefined,
      next,
      redress,
      trackingUrl,
    ),
  }),
}
