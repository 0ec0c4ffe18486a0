import { formatDate } from '@/lib/format'
import { paragraphs, type Template } from '../message'

type Reason = 'no_release' | 'importing' | 'erasing'

export const releaseRefused: Template<{
  dataset: string
  /** Null for the world's. */
  profile: string | null
  reason: Reason
  due: Date
  url: string
}> = {
  name: 'release-refused',
  render: ({ dataset, profile, reason, due, url }) => ({
    subject: 'A release of your dataset is due and could not be published by itself',
    text: paragraphs(
      `Removals that were decided for the dataset "${dataset}"${profile === null ? '' : `, profile ${profile},`} have to be published by ${formatDate(due)}.`,
      WHY[reason],
      url,
    ),
  }),
}

const WHY: Record<Reason, string> = {
  no_release:
    'Nothing was published before, so there are no settings to publish with. Please publish the first release yourself:',
  importing:
    'A revision is being read in at the moment. It is tried again every quarter of an hour until then; if the import has stopped, end it or let it go on:',
  erasing:
    'Rows are being erased from the stored files at the moment. It is tried again every quarter of an hour until then:',
}
