import 'server-only'
import type { Tx } from '@/db/client'
import type { Locale } from '@/lib/i18n/locales'
import { type Voice, voiceOf } from '@/lib/i18n/say'
import { otherSideNews } from '@/lib/mail/templates/takedown-counter'
import { takedownRetracted } from '@/lib/mail/templates/takedown-retracted'
import { paths } from '@/lib/paths'
import { env } from '@/lib/runtime/env'
import type { LockedRequest } from '@/lib/takedowns/request-row'
import { describeTarget } from '@/lib/takedowns/words'
import { writeTo } from '@/lib/takedowns/write-to'
import type { Retracted } from './retract'
import { STAYS } from './reverse'
import { tellMaintainers } from './tell'

/** A letter stays readable. */
const LINES_IN_MAIL = 25

/** The receipt to who took the request back, and the news to who maintains the dataset; of a restricted request nobody else hears. */
export async function tellOfRetraction(tx: Tx, request: LockedRequest, retracted: Retracted): Promise<void> {
  const { reference, datasetName: dataset, datasetId } = request
  const linesIn = (language: Locale) => retractionLines(voiceOf(language), retracted)
  const strangers = retracted.strangers.map((target) => describeTarget(voiceOf(request.language), target))
  await writeTo(tx, request, takedownRetracted, {
    ...{ reference, dataset, lines: linesIn(request.language), whole: retracted.whole },
    ...{
      strangers: strangers.slice(0, LINES_IN_MAIL),
      more: Math.max(0, strangers.length - LINES_IN_MAIL),
    },
  })
  if (request.restricted || request.kind === 'privacy') return
  const what = retracted.whole ? 'retracted' : 'retractedPart'
  await tellMaintainers(tx, datasetId, otherSideNews, (language) => ({
    ...{ reference, dataset },
    lines: [voiceOf(language)(`otherSide.news.${what}`), ...linesIn(language)],
    link: env().url + paths.request(request.id),
  }))
}

/** What came of it, one sentence each. */
export function retractionLines(voice: Voice, { reversed, ...rest }: { reversed: number } & Rest): string[] {
  return [voice('otherSide.retracted.reversed', { n: reversed }), ...restLines(voice, rest)]
}

export type Rest = Pick<Retracted, 'stays' | 'rules' | 'rulesStay'>

/** What does not come back, and why; standing rules that ended, and those that stay because somebody else asks for the same. */
export function restLines(voice: Voice, { stays, rules, rulesStay }: Rest): string[] {
  return [
    ...STAYS.flatMap((why) => {
      const n = stays[why] ?? 0
      return n > 0 ? [voice(`otherSide.retracted.stays.${why}`, { n })] : []
    }),
    ...(rules > 0 ? [voice('otherSide.retracted.rules', { n: rules })] : []),
    ...(rulesStay > 0 ? [voice('otherSide.retracted.rulesStay', { n: rulesStay })] : []),
  ]
}
