import { formatDate } from '@/lib/format'
import { paragraphs, quoted, type Template } from '../message'

export type OutcomeLine = { target: string; results: string[] }

export const takedownOutcome: Template<{
  reference: string
  dataset: string
  summary: string
  lines: OutcomeLine[]
  more: number
  next: string
  /** By profile: the release that is without it, and by when; without a day it is there already. */
  releases: readonly { name: string | null; dueAt: Date | null }[]
  redress: string
  /** It answers an appeal against the first outcome. */
  again: boolean
  /** What it rests on was decided otherwise since an answer before. */
  anew: boolean
  /** What the person who looked after it writes. */
  note: string | null
  trackingUrl: string
}> = {
  name: 'takedown-outcome',
  render: ({
    reference,
    dataset,
    summary,
    lines,
    more,
    next,
    releases,
    redress,
    again,
    anew,
    note,
    trackingUrl,
  }) => ({
    subject: again
      ? `The outcome of your appeal, request ${reference}`
      : `The outcome of your request ${reference}`,
    text: paragraphs(
      again
        ? `You contested the outcome of your request ${reference} about the dataset "${dataset}". People who had no part in the first decision have decided.`
        : `Your request ${reference} about the dataset "${dataset}" has been decided${anew ? ' anew' : ''}.`,
      anew
        ? 'Something that it led to was decided otherwise since our last answer. This answer takes its place.'
        : undefined,
      summary,
      ...lines.flatMap(({ target, results }) => [`You named:\n${quoted(target, 160)}`, results.join('\n')]),
      more > 0 ? `… and ${more} more, all of them behind the link below.` : undefined,
      next,
      ...releases.map(releaseSentence),
      releases.some(({ dueAt }) => dueAt) ? CUT_OFF : undefined,
      note ? `The person who looked at it writes:\n${quoted(note, 2_000)}` : undefined,
      redress,
      trackingUrl,
    ),
  }),
}

function releaseSentence({ name, dueAt }: { name: string | null; dueAt: Date | null }): string {
  if (dueAt === null) return `Release ${name} is without it already.`
  const by = `by ${formatDate(dueAt)} at the latest`
  return name === null
    ? 'Nothing of this dataset has been published here yet: the first release will be without it.'
    : `Release ${name} will be the first without it. It is published ${by}.`
}

const CUT_OFF =
  'A release holds what was decided until the day it is made. You get a letter with the proof when it is there.'
