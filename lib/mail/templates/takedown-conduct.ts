import { formatDate } from '@/lib/format'
import { paragraphs, type Template } from '../message'

/** To those who maintain the dataset: the author has no address here. */
export const authorWarning: Template<{
  dataset: string
  strikes: number
  leaveOutFrom: number
  warnedDays: number
  references: string[]
  link: string
}> = {
  name: 'author-warning',
  render: ({ dataset, strikes, leaveOutFrom, warnedDays, references, link }, say) => ({
    subject: say('letters.staff.author.subject'),
    text: paragraphs(
      say('letters.staff.author.followed', { dataset, n: strikes, references: references.join(', ') }),
      say('letters.staff.author.warning', { from: leaveOutFrom, days: warnedDays }),
      say('letters.staff.author.contest'),
      link,
    ),
  }),
}

/** Regulation (EU) 2022/2065 Art. 23(2), (3) and (4): warned first, for a time only, and open to complaint. */
export const senderWarned: Template<{ references: string[]; from: number; trackingUrl: string }> = {
  name: 'sender-warned',
  render: ({ references, from, trackingUrl }, say) => ({
    subject: say('letters.senderWarned.subject'),
    text: paragraphs(
      say('letters.senderWarned.found', { references: references.join(', ') }),
      say('letters.senderWarned.warning', { from }),
      say('letters.senderWarned.contest'),
      trackingUrl,
    ),
  }),
}

export const senderSuspended: Template<{ references: string[]; until: Date; trackingUrl: string }> = {
  name: 'sender-suspended',
  render: ({ references, until, trackingUrl }, say, locale) => ({
    subject: say('letters.senderSuspended.subject'),
    text: paragraphs(
      say('letters.senderSuspended.found', { references: references.join(', ') }),
      say('letters.senderSuspended.held', { date: formatDate(until, false, locale) }),
      say('letters.senderSuspended.contest'),
      trackingUrl,
    ),
  }),
}

export const senderAnswered: Template<{
  reference: string
  lifted: boolean
  until: Date
  trackingUrl: string
}> = {
  name: 'sender-answered',
  render: ({ reference, lifted, until, trackingUrl }, say, locale) => ({
    subject: say(`letters.senderAnswered.${lifted ? 'subjectLifted' : 'subjectUpheld'}`),
    text: paragraphs(
      say('letters.senderAnswered.contested', { reference }),
      lifted
        ? say('letters.senderAnswered.lifted')
        : say('letters.senderAnswered.upheld', { date: formatDate(until, false, locale) }),
      trackingUrl,
    ),
  }),
}
