import { paragraphs, type Template } from '../message'

/** To whoever had an answer that does not hold any more, as long as the next one is still to be decided. */
export const takedownReopened: Template<{ reference: string; dataset: string; trackingUrl: string }> = {
  name: 'takedown-reopened',
  render: ({ reference, dataset, trackingUrl }) => ({
    subject: `Your request is looked at again: ${reference}`,
    text: paragraphs(
      `Something that your request ${reference} about the dataset "${dataset}" led to was decided otherwise since our answer, and is looked at again. Our answer does not hold any more; you get another. You do not have to do anything.`,
      trackingUrl,
    ),
  }),
}
