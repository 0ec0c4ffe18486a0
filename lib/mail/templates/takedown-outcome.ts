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
  /** It answers an appeal against the first outcome. */
  again: boolean
  trackingUrl: string
}> = {
  name: 'takedown-outcome',
  render: ({ reference, dataset, summary, lines, more, next, redress, again, trackingUrl }) => ({
    subject: again
      ? `The outcome of your appeal, request ${reference}`
      : `The outcome of your request ${reference}`,
    text: paragraphs(
      again
        ? `You contested the outcome of your request ${reference} about the dataset "${dataset}". People who had no part in the first decision have decided.`
        : `Your request ${reference} about the dataset "${dataset}" has been decided.`,
      summary,
      ...lines.flatMap(({ target, results }) => [`You named:\n${quoted(target, 160)}`, results.join('\n')]),
      more > 0 ? `… and ${more} more, all of them behind the link below.` : undefined,
      next,
      redress,
      trackingUrl,
    ),
  }),
}
