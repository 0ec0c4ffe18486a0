import type { Voice } from '@/lib/i18n/say'
import { paragraphs, type Template, wrote } from '../message'

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
  render: (data, say) => ({
    subject: say('letters.clock.subject', { reference: data.reference }),
    text: paragraphs(
      data.law === null
        ? say('letters.clock.about', { reference: data.reference })
        : say('letters.clock.aboutLaw', { reference: data.reference, law: data.law }),
      whatChanged(say, data),
      wrote(say('letters.wrote.adds'), data.note, 1_000),
      data.until ? say('letters.clock.until', { until: data.until }) : undefined,
      data.complain,
      say('letters.clock.dates'),
      data.trackingUrl,
    ),
  }),
}

function whatChanged(say: Voice, { change, reason, length }: Data): string {
  if (change === 'paused') return say('letters.clock.paused', { reason: reason ?? '' })
  if (change === 'resumed') return say('letters.clock.resumed')
  return say('letters.clock.extended', { reason: reason ?? '', length })
}
