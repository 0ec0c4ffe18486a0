import type { Messages } from '@/lib/i18n/catalogues'
import { paragraphs, type Template } from '../message'

type Action = keyof Messages['labels']['action']

/** Regulation (EU) 2022/2065 Art. 20(5): the reasoned decision on a complaint, and what else can be done. */
export const appealDecided: Template<{
  dataset: string
  /** Of the decision before and of the one now. */
  before: Action
  now: Action
  reason: string
  policy: number
  isUpheld: boolean
  link: string
}> = {
  name: 'appeal-decided',
  render: ({ dataset, before, now, reason, policy, isUpheld, link }, say) => ({
    subject: say(`letters.appealDecided.${isUpheld ? 'subjectUpheld' : 'subjectChanged'}`),
    text: paragraphs(
      say('letters.appealDecided.decided', {
        ...{ dataset, reason, policy: String(policy) },
        before: say(`labels.action.${before}.verb`).toLowerCase(),
        now: say(`labels.action.${now}.verb`).toLowerCase(),
      }),
      say(`letters.appealDecided.${isUpheld ? 'upheld' : 'changed'}`),
      say('letters.appealDecided.people'),
      link,
    ),
  }),
}
