import { paragraphs, type Template } from '../message'

/** To a safety officer, as soon as something came: not what, of whom, or where. Mail is read by others than its reader. */
export const urgentWaits: Template<{ link: string }> = {
  name: 'urgent-waits',
  render: ({ link }) => ({
    subject: 'Something waits for you',
    text: paragraphs(
      'Something has come that you should look at before anything else. It stands at the top of this page:',
      link,
      'However much more comes within the hour, you get no other letter about it.',
    ),
  }),
}
