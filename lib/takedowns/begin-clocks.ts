import 'server-only'
import type { Tx } from '@/db/client'
import type { Actor } from '@/lib/auth/actor'
import { purposeOf } from '@/lib/clocks/rules'
import type { Locale } from '@/lib/i18n/locales'
import { voiceOf } from '@/lib/i18n/say'
import type { RequestClock } from './clock-rows'
import { because } from './clock-words'
import { satisfyClocks, startClocks } from './clocks'
import { untilWhen } from './due-words'
import { promisesOf } from './promises'
import type { LockedRequest } from './request-row'
import { clocksFor } from './which-clocks'

/**
 * Starts the clocks of a request that is received now, and ends those of its receipt: the caller sends it. A law counts from the day
 * something was sent to us, whenever its sender confirms it (11 CCR § 7021(b)); our promise to say that it is here counts from the
 * confirmation, because before nobody may be written to. Answers until when there has to be an answer, and why, as a sentence of the receipt.
 */
export async function beginClocks(
  tx: Tx,
  actor: Actor,
  request: LockedRequest,
  answers: Readonly<Record<string, string>>,
): Promise<{ answer: string }> {
  const clocks = clocksFor({ ...request, answers }, await promisesOf(tx, request.datasetId))
  const receipt = clocks.filter(({ law }) => law === 'promise_acknowledge')
  await startClocks(tx, actor, request, receipt, { at: new Date() })
  const others = clocks.filter(({ law }) => law !== 'promise_acknowledge')
  const all = await startClocks(tx, actor, request, others, { at: request.submittedAt })
  await satisfyClocks(tx, actor, request, ['acknowledge'], 'receipt')
  return { answer: answerBy(request.language, all) }
}

/** The end of the first clock for an answer, and why it is that. */
function answerBy(language: Locale, clocks: readonly RequestClock[]): string {
  const [next] = clocks
    .filter(({ law, state }) => purposeOf(law) === 'answer' && state === 'running')
    .toSorted((a, b) => (a.dueAt?.getTime() ?? 0) - (b.dueAt?.getTime() ?? 0))
  const until = next && untilWhen(next, language)
  if (!until) throw new Error('a request without a time for its answer')
  const voice = voiceOf(language)
  return voice('clocks.lines.answer', { until, why: because(voice, next) })
}
