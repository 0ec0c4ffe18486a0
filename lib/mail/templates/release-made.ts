import { paragraphs, type Template } from '../message'

export const releaseMade: Template<{ dataset: string; release: string; closed: number; url: string }> = {
  name: 'release-made',
  render: ({ dataset, release, closed, url }, say) => ({
    subject: say('letters.staff.releaseMade.subject'),
    text: paragraphs(
      say('letters.staff.releaseMade.made', { dataset, release, n: closed }),
      say('letters.staff.releaseMade.places'),
      url,
    ),
  }),
}
