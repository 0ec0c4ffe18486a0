import { paragraphs, type Template } from '../message'

/** To the leads of a dataset. Who it is stands on the page, for those who may see it. */
export const volunteerWaiting: Template<{ dataset: string; url: string; days: number }> = {
  name: 'volunteer-waiting',
  render: ({ dataset, url, days }) => ({
    subject: 'Somebody would like to review',
    text: paragraphs(
      `Somebody has confirmed their address and would like to review the dataset "${dataset}". You are one of its leads. Accept or decline here:`,
      url,
      `Without an answer the offer ends after ${days} days.`,
    ),
  }),
}
