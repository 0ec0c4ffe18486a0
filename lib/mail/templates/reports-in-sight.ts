import { paragraphs, type Template } from '../message'

/** To a safety officer, about somebody whose reports are above what hides by itself: not who, of what, or where. Mail is read by others than its reader. */
export const reportsInSight: Template<{ link: string }> = {
  name: 'reports-in-sight',
  render: ({ link }, say) => ({
    subject: say('letters.staff.inSight.subject'),
    text: paragraphs(say('letters.staff.inSight.waits'), link, say('letters.staff.inSight.once')),
  }),
}
