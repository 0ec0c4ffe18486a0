import { paragraphs, type Template } from '../message'

export const volunteerLapsed: Template<{ dataset: string; days: number; url: string }> = {
  name: 'volunteer-lapsed',
  render: ({ dataset, days, url }, say) => ({
    subject: say('letters.volunteerLapsed.subject'),
    text: paragraphs(say('letters.volunteerLapsed.lapsed', { dataset, days }), url),
  }),
}
