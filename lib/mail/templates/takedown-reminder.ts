import { paragraphs, type Template } from '../message'

export type ReminderLine = { reference: string; what: string; until: string; link: string }

/** To whoever handles requests: nothing of what they say, only which they are. */
export const takedownReminder: Template<{
  over: readonly ReminderLine[]
  near: readonly ReminderLine[]
  more: number
  all: string
}> = {
  name: 'takedown-reminder',
  render: ({ over, near, more, all }) => ({
    subject: over.length > 0 ? 'Requests are overdue' : 'Requests are nearly due',
    text: paragraphs(
      over.length > 0 ? 'These requests should have been answered:' : undefined,
      ...over.map((line) => told(line, 'was due')),
      near.length > 0 ? 'These have to be answered soon:' : undefined,
      ...near.map((line) => told(line, 'is due')),
      more > 0 ? `And ${more} more.` : undefined,
      'All of them:',
      all,
      'You get one such letter a day at most.',
    ),
  }),
}

const told = ({ reference, what, until, link }: ReminderLine, is: string) =>
  `${reference}${what ? `, ${what},` : ''} ${is} ${until}\n${link}`
