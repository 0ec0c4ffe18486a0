import { paragraphs, type Template } from '../message'

export const takedownTakenBack: Template<{ reference: string; dataset: string; trackingUrl: string }> = {
  name: 'takedown-taken-back',
  render: ({ reference, dataset, trackingUrl }) => ({
    subject: `Your request is looked at again: ${reference}`,
    text: paragraphs(
      `Our answer about the dataset "${dataset}" was one decision on many requests, and it has been taken back. Yours is looked at again, by itself, and you get another answer. You do not have to do anything.`,
      'The time in which we have to answer is what it was.',
      trackingUrl,
    ),
  }),
}
