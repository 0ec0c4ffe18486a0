import type { Messages } from '@/lib/i18n/catalogues'
import { english as say } from '@/lib/i18n/say'
import { paragraphs, quoted, type Template } from '../message'

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
  render: ({ reference, dataset, reason, note, redress, trackingUrl }) => ({
    subject: say('rights.recalled.subject', { reference }),
    text: paragraphs(
      `${say('rights.recalled.letter', { reference, dataset })} ${say(`rights.recalled.why.${reason}`)}`,
      note ? `${say('rights.recalled.wrote')}\n${quoted(note, 2_000)}` : undefined,
      say('rights.recalled.means'),
      say('rights.recalled.next'),
      redress,
      trackingUrl,
    ),
  }),
}
