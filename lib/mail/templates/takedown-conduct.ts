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
  render: ({ dataset, strikes, leaveOutFrom, warnedDays, references, link }) => ({
    subject: 'A source of your dataset has infringed more than once',
    text: paragraphs(
      `${strikes} copyright requests about rows of one and the same author in your dataset "${dataset}" were followed: ${references.join(', ')}.`,
      `This is a warning. At ${leaveOutFrom} of them, and not before ${warnedDays} days from now, a lead may leave out everything of that author (17 U.S.C. § 512(i)). One does not count any more when it is taken back, decided otherwise or answered by a counter notice, or after a year.`,
      'If you do not agree, contest the decisions on the pages of their cases, or send a counter notice.',
      link,
    ),
  }),
}

/** Regulation (EU) 2022/2065 Art. 23(2), (3) and (4): warned first, for a time only, and open to complaint. */
export const senderWarned: Template<{ references: string[]; from: number; trackingUrl: string }> = {
  name: 'sender-warned',
  render: ({ references, from, trackingUrl }) => ({
    subject: 'A warning about the requests you send',
    text: paragraphs(
      `We have looked at requests from your address and found these manifestly unfounded: ${references.join(', ')}.`,
      `This is a warning, and changes nothing yet. If ${from} more are found so, your requests may be held for a time before anybody works on them. A request about your own personal data, about intimate images or about harm to a child is never held.`,
      'If you do not agree with what was found, the page of the request says how to contest it.',
      trackingUrl,
    ),
  }),
}

export const senderSuspended: Template<{ references: string[]; until: string; trackingUrl: string }> = {
  name: 'sender-suspended',
  render: ({ references, until, trackingUrl }) => ({
    subject: 'Your requests are held for a time',
    text: paragraphs(
      `After our warning more requests from your address were found manifestly unfounded: ${references.join(', ')}.`,
      `Until ${until} a request from your address is accepted and waits until a lead has looked at it; nothing is refused unread. A request about your own personal data, about intimate images or about harm to a child is worked on like any other.`,
      'You can contest this, free of charge, on the page of the request: somebody who had no part in it decides.',
      trackingUrl,
    ),
  }),
}

export const senderAnswered: Template<{
  reference: string
  lifted: boolean
  until: string
  trackingUrl: string
}> = {
  name: 'sender-answered',
  render: ({ reference, lifted, until, trackingUrl }) => ({
    subject: lifted ? 'Your requests are not held any more' : 'Your requests stay held for a time',
    text: paragraphs(
      `You contested that your requests are held (${reference}). Somebody who had no part in that has decided.`,
      lifted
        ? 'It was wrong to hold them. They are worked on from now on like any others.'
        : `They stay held until ${until}. You can still complain to a certified out-of-court body or to a court.`,
      trackingUrl,
    ),
  }),
}
