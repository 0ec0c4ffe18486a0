import { paragraphs, quoted, type Template } from '../message'

export const takedownNeedsInfo: Template<{
  reference: string
  dataset: string
  missing: readonly string[]
  law: string | null
  note: string | null
  clock: string
  closes: string
  trackingUrl: string
}> = {
  name: 'takedown-needs-info',
  render: ({ reference, dataset, missing, law, note, clock, closes, trackingUrl }) => ({
    subject: `Something is missing from your request ${reference}`,
    text: paragraphs(
      `We cannot decide your request ${reference} about the dataset "${dataset}" yet. ${law ? `${law} asks for this, and it is missing or cannot be used:` : 'This is missing or cannot be used:'}`,
      missing.map((name) => `- ${name}`).join('\n'),
      note ? `The person who looks after it writes:\n${quoted(note, 2_000)}` : undefined,
      'Give it on this page. Only what is missing is asked again; everything else stays as you wrote it.',
      trackingUrl,
      clock,
      `If we hear nothing we remind you once, and close the request on ${closes}. You can send a new one at any time.`,
    ),
  }),
}

export const takedownReminder: Template<{
  reference: string
  dataset: string
  closes: string
  trackingUrl: string
}> = {
  name: 'takedown-reminder',
  render: ({ reference, dataset, closes, trackingUrl }) => ({
    subject: `We still wait for you: request ${reference}`,
    text: paragraphs(
      `Two weeks ago we asked you for something that your request ${reference} about the dataset "${dataset}" needs. We have not heard from you.`,
      `If we hear nothing we close it on ${closes}. What is missing, and where to give it, is on this page:`,
      trackingUrl,
    ),
  }),
}
