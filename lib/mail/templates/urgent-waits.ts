import { paragraphs, type Template } from '../message'

/** To a safety officer, as soon as something came: not what, of whom, or where. Mail is read by others than its reader. */
export const urgentWaits: Template<{ link: string }> = {
  name: 'urgent-waits',
  render: ({ link }, say) => ({
    subject: say('letters.staff.urgent.subject'),
    text: paragraphs(say('letters.staff.urgent.waits'), link, say('letters.staff.urgent.once')),
  }),
}
