import { formatDate } from '@/lib/format'
import { paragraphs, type Template } from '../message'

export const releaseDue: Template<{
  dataset: string
  /** Null for the world's. */
  profile: string | null
  publishAt: Date
  due: Date
  url: string
}> = {
  name: 'release-due',
  render: ({ dataset, profile, publishAt, due, url }) => ({
    subject: 'A release of your dataset will be published by itself',
    text: paragraphs(
      `Removals that were decided for the dataset "${dataset}"${profile === null ? '' : `, profile ${profile},`} have to be published by ${formatDate(due)}. On ${formatDate(publishAt)} a release is published by itself: of the same revision as the last one, with its settings, and without what is decided to go by then.`,
      'You can publish before that yourself:',
      url,
    ),
  }),
}
