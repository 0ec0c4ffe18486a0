import { formatDate } from '@/lib/format'
import type { Locale } from '@/lib/i18n/locales'
import type { Voice } from '@/lib/i18n/say'
import { paragraphs, type Template, wrote } from '../message'

export type OutcomeLine = { target: string; results: string[] }

/** By profile: the release that is without it, and by when; without a day it is there already. */
type InRelease = { name: string | null; dueAt: Date | null }

type Data = {
  reference: string
  dataset: string
  summary: string
  lines: OutcomeLine[]
  more: number
  next: string
  releases: readonly InRelease[]
  redress: string
  /** It answers an appeal against the first outcome. */
  again: boolean
  /** What it rests on was decided otherwise since an answer before. */
  anew: boolean
  /** What the person who looked after it writes. */
  note: string | null
  trackingUrl: string
}

export const takedownOutcome: Template<Data> = {
  name: 'takedown-outcome',
  render: (data, say, locale) => {
    const { reference, dataset, summary, lines, more, next, releases, again, anew, note } = data
    const decided = again ? 'decidedAgain' : anew ? 'decidedAnew' : 'decided'
    return {
      subject: say(`letters.outcome.${again ? 'subjectAgain' : 'subject'}`, { reference }),
      text: paragraphs(
        say(`letters.outcome.${decided}`, { reference, dataset }),
        anew ? say('letters.outcome.anew') : undefined,
        summary,
        ...lines.flatMap(({ target, results }) => [
          wrote(say('letters.outcome.named'), target, 160),
          results.join('\n'),
        ]),
        more > 0 ? say('letters.outcome.more', { n: more }) : undefined,
        next,
        ...releases.map((release) => releaseSentence(say, locale, release)),
        releases.some(({ dueAt }) => dueAt) ? say('letters.outcome.cutOff') : undefined,
        wrote(say('letters.wrote.looked'), note),
        data.redress,
        data.trackingUrl,
      ),
    }
  },
}

function releaseSentence(say: Voice, locale: Locale, { name, dueAt }: InRelease): string {
  if (dueAt === null) return say('letters.outcome.without', { name: name ?? '' })
  return name === null
    ? say('letters.outcome.first')
    : say('letters.outcome.ahead', { name, date: formatDate(dueAt, false, locale) })
}
