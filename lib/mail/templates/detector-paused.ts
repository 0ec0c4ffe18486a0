import { formatCount, formatPercent } from '@/lib/format'
import { paragraphs, type Template } from '../message'

type Data = {
  dataset: string
  detector: string
  version: string
  rowsSeen: number
  rowsHit: number
  link: string
}

export const detectorPaused: Template<Data> = {
  name: 'detector-paused',
  render: ({ dataset, detector, version, rowsSeen, rowsHit, link }) => ({
    subject: 'A detector of your dataset is paused',
    text: paragraphs(
      `The detector ${detector}, version ${version}, is new to the dataset "${dataset}". In the import that is under way it found something in ${formatCount(rowsHit)} of ${formatCount(rowsSeen)} rows (${formatPercent(rowsHit / rowsSeen)}), which is more than is allowed.`,
      'It is paused: the import goes on, and what it finds is kept apart and opens no cases. A lead looks at a sample, and lets its flags go on or drops them:',
      link,
    ),
  }),
}
