import { paragraphs, type Template } from '../message'

export const copyApproved: Template<{ dataset: string; url: string }> = {
  name: 'copy-approved',
  render: ({ dataset, url }) => ({
    subject: 'You may read the restricted list of pending removals',
    text: paragraphs(
      `It was checked who you are. From now on the signed list of what goes between two releases of the dataset "${dataset}" has for you the restricted rows, too. It has an address of its own, which is on your page:`,
      url,
      'What the restricted list has beside the public one is for your copy alone: please apply it (winnow apply --pending), and pass neither the list nor the difference on. This can be taken back at any time.',
    ),
  }),
}
