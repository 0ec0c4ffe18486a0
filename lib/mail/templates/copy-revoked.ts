import { paragraphs, type Template } from '../message'

export const copyRevoked: Template<{ dataset: string; url: string }> = {
  name: 'copy-revoked',
  render: ({ dataset, url }) => ({
    subject: 'You read the public list of pending removals again',
    text: paragraphs(
      `That you may read the restricted list of what goes between two releases of the dataset "${dataset}" was taken back. Please delete what you have of it. The list that everybody has is still on your page, and you are told of releases as before:`,
      url,
    ),
  }),
}
