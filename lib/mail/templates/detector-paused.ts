import { formatPercent } from '@/lib/format'
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
  render: ({ dataset, detector, version, rowsSeen, rowsHit, link }, say) => ({
    subject: say('letters.staff.detector.subject'),
    text: paragraphs(
      say('letters.staff.detector.found', {
        ...{ dataset, detector, version, hits: rowsHit, rows: rowsSeen },
        share: formatPercent(rowsHit / rowsSeen),
      }),
      say('letters.staff.detector.paused'),
      link,
    ),
  }),
}
