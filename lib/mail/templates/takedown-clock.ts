import { paragraphs, quoted, type Template } from '../message'

type Data = {
  reference: string
  change: 'started' | 'paused' | 'resumed' | 'extended' | 'satisfied'
  /** Null where we have promised a time and no law sets one. */
  law: string | null
  /** A clause of ours. */
  reason: string | null
  /** What whoever handles it adds. */
  note: string | undefined
  length: string
  until: string | null
  complain: string
  trackingUrl: string
}

/** The time for an answer moved: why, to when, and where to complain (GDPR Art. 12(3) and (4)). */
export const takedownClock: Template<Data> = {
  name: 'takedown-clock',
  render: (data) => ({
    subject: `The time for an answer to your request ${data.reference} has changed`,
    text: paragraphs(
      `This is about your request ${data.reference}${data.law ? ` (${data.law})` : ''}.`,
      whatChanged(data),
      data.note ? 'Whoever handles it adds:' : undefined,
      data.note ? quoted(data.note, 1_000) : undefined,
      data.until ? `You will have an answer by ${data.until}.` : undefined,
      data.complain,
      'This page shows every date:',
      data.trackingUrl,
    ),
  }),
}

function whatChanged({ change, reason, length }: Data): string {
  if (change === 'paused')
    return `The time stands from today: ${reason ?? ''}. As long as it stands no day is counted. We tell you when it goes on.`
  if (change === 'resumed') return 'The time goes on from today. The days on which it stood are not counted.'
  return `We need longer, because ${reason ?? ''}. The whole time is now ${length}, counted from the day we received your request.`
}
