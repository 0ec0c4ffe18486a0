import type { Messages } from '@/lib/i18n/catalogues'
import { paragraphs, type Template, wrote } from '../message'

/** To whoever was given a copy of what there is about them, when it is called back. What their page says, too; nothing of any row. */
export const takedownRecalled: Template<{
  reference: string
  dataset: string
  reason: keyof Messages['rights']['recalled']['why']
  note: string | null
  redress: string
  trackingUrl: string
}> = {
  name: 'takedown-recalled',
  render: ({ reference, dataset, reason, note, redress, trackingUrl }, say) => ({
    subject: say('rights.recalled.subject', { reference }),
    text: paragraphs(
      `${say('rights.recalled.letter', { reference, dataset })} ${say(`rights.recalled.why.${reason}`)}`,
      wrote(say('rights.recalled.wrote'), note),
      say('rights.recalled.means'),
      say('rights.recalled.next'),
      redress,
      trackingUrl,
    ),
  }),
}
