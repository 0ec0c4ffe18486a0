import { paragraphs, type Template, wrote } from '../message'

export const volunteerAnswer: Template<{
  dataset: string
  accepted: boolean
  recused: boolean
  note: string
  url: string
}> = {
  name: 'volunteer-answer',
  render: ({ dataset, accepted, recused, note, url }, say) => ({
    subject: say(`letters.volunteerAnswer.${accepted ? 'subjectAccepted' : 'subjectDeclined'}`),
    text: paragraphs(
      say(`letters.volunteerAnswer.${accepted ? 'accepted' : 'declined'}`, { dataset }),
      url,
      recused ? say('letters.volunteerAnswer.recused') : undefined,
      wrote(say('letters.wrote.lead'), note, 1_000),
      accepted ? undefined : say('letters.volunteerAnswer.erased'),
    ),
  }),
}
