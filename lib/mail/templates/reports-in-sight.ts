import { paragraphs, type Template } from '../message'

/** To a safety officer, about somebody whose reports are above what hides by itself: not who, of what, or where. Mail is read by others than its reader. */
export const reportsInSight: Template<{ link: string }> = {
  name: 'reports-in-sight',
  render: ({ link }) => ({
    subject: 'Something waits for you, and is still in sight',
    text: paragraphs(
      'Somebody has reported more today than leaves the screens by itself. What they have reported since is before you, and stays in sight until you have looked. Near the top of this page stand their name, all of it, one button that hides it, and what can be done about the person if it is not true:',
      link,
      'However much more this person reports today, you get no other letter about it.',
    ),
  }),
}
