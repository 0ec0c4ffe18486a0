import { paragraphs, type Template } from '../message'

export const volunteerLapsed: Template<{ dataset: string; days: number; url: string }> = {
  name: 'volunteer-lapsed',
  render: ({ dataset, days, url }) => ({
    subject: 'Your offer to review has ended',
    text: paragraphs(
      `Nobody answered your offer to review the dataset "${dataset}" within ${days} days, so it has ended and is being erased. We are sorry. You can send it again, or look for another dataset:`,
      url,
    ),
  }),
}
