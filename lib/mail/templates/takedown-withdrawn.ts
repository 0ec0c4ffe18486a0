import { paragraphs, type Template } from '../message'

export const takedownWithdrawn: Template<{ reference: string; dataset: string }> = {
  name: 'takedown-withdrawn',
  render: ({ reference, dataset }) => ({
    subject: `You have withdrawn your request ${reference}`,
    text: paragraphs(
      `Your request ${reference} about the dataset "${dataset}" is withdrawn. Nobody works on it any more.`,
      'If that was not you, somebody else has your private link. Send the request again: it gets a new one.',
    ),
  }),
}
