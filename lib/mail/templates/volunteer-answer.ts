import { paragraphs, quoted, type Template } from '../message'

export const volunteerAnswer: Template<{
  dataset: string
  accepted: boolean
  recused: boolean
  note: string
  url: string
}> = {
  name: 'volunteer-answer',
  render: ({ dataset, accepted, recused, note, url }) => ({
    subject: accepted ? 'You can review now' : 'Your offer to review',
    text: paragraphs(
      accepted
        ? `A lead of the dataset "${dataset}" has accepted your offer. Thank you. You choose what you agree to see before your first case:`
        : `A lead of the dataset "${dataset}" has declined your offer to review. Thank you for it all the same. Other datasets may look for people:`,
      url,
      recused
        ? 'Because of the interest of your own that you told of, its cases are left to others for now. You can change that where you choose what you see.'
        : undefined,
      note === '' ? undefined : `The lead wrote:\n${quoted(note, 1_000)}`,
      accepted
        ? undefined
        : 'What you wrote is erased after some months, and your account with it if it has no other use.',
    ),
  }),
}
