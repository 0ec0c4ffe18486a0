import { paragraphs, type Template } from '../message'

/** To the leads of a dataset. Who it is stands on the page, for those who may see it. */
export const volunteerWaiting: Template<{ dataset: string; url: string; days: number }> = {
  name: 'volunteer-waiting',
  render: ({ dataset, url, days }, say) => ({
    subject: say('letters.staff.volunteer.subject'),
    text: paragraphs(
      say('letters.staff.volunteer.waiting', { dataset }),
      url,
      say('letters.staff.volunteer.ends', { days }),
    ),
  }),
}
