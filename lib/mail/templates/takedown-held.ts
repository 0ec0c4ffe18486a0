import { paragraphs, quoted, type Template } from '../message'

export const takedownHeld: Template<{
  reference: string
  dataset: string
  reason: string
  note: string | null
  clock: string
  trackingUrl: string
}> = {
  name: 'takedown-held',
  render: ({ reference, dataset, reason, note, clock, trackingUrl }) => ({
    subject: `Your request ${reference} is on hold`,
    text: paragraphs(
      `Your request ${reference} about the dataset "${dataset}" is on hold. ${reason}`,
      note ? `The person who looks after it writes:\n${quoted(note, 2_000)}` : undefined,
      clock,
      'You need do nothing. We write again when it goes on.',
      trackingUrl,
    ),
  }),
}

export const takedownResumed: Template<{ reference: string; dataset: string; trackingUrl: string }> = {
  name: 'takedown-resumed',
  render: ({ reference, dataset, trackingUrl }) => ({
    subject: `Your request ${reference} goes on`,
    text: paragraphs(
      `Your request ${reference} about the dataset "${dataset}" is no longer on hold. It goes on where it stood.`,
      trackingUrl,
    ),
  }),
}
