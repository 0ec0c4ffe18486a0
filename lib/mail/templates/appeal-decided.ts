import { paragraphs, type Template } from '../message'

/** Regulation (EU) 2022/2065 Art. 20(5): the reasoned decision on a complaint, and what else can be done. */
export const appealDecided: Template<{
  dataset: string
  /** Of the decision before and of the one now. */
  before: string
  now: string
  reason: string
  policy: number
  isUpheld: boolean
  link: string
}> = {
  name: 'appeal-decided',
  render: ({ dataset, before, now, reason, policy, isUpheld, link }) => ({
    subject: isUpheld ? 'What you contested stays as decided' : 'What you contested was decided otherwise',
    text: paragraphs(
      `You contested a decision in the dataset "${dataset}" (${before}). People who had no part in it have decided: ${now}, because: ${reason} (policy version ${policy}).`,
      isUpheld
        ? 'It stays as it was. You can still turn to a certified out-of-court dispute settlement body (Regulation (EU) 2022/2065 Art. 21) or to a court.'
        : 'The next release shows the change.',
      'No program decided: reviewers did, each with the grounds you gave before them.',
      link,
    ),
  }),
}
