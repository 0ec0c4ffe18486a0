import type { Voice } from '@/lib/i18n/say'
import { paragraphs, type Template } from '../message'

export type ReminderLine = {
  reference: string
  /** Of a restricted request nothing is said. */
  about: { dataset: string; law: string } | null
  until: string
  link: string
}

/** To whoever handles requests: nothing of what they say, only which they are. */
export const takedownReminder: Template<{
  over: readonly ReminderLine[]
  near: readonly ReminderLine[]
  more: number
  all: string
}> = {
  name: 'takedown-reminder',
  render: ({ over, near, more, all }, say) => ({
    subject: say(`letters.staff.reminder.${over.length > 0 ? 'subjectOver' : 'subjectNear'}`),
    text: paragraphs(
      over.length > 0 ? say('letters.staff.reminder.over') : undefined,
      ...over.map((line) => told(say, line, 'was')),
      near.length > 0 ? say('letters.staff.reminder.near') : undefined,
      ...near.map((line) => told(say, line, 'is')),
      more > 0 ? say('letters.staff.reminder.more', { n: more }) : undefined,
      say('letters.staff.reminder.all'),
      all,
      say('letters.staff.reminder.daily'),
    ),
  }),
}

function told(say: Voice, { reference, about, until, link }: ReminderLine, when: 'was' | 'is'): string {
  const line = about
    ? say(`letters.staff.reminder.${when}What`, { reference, ...about, until })
    : say(`letters.staff.reminder.${when}`, { reference, until })
  return `${line}\n${link}`
}
