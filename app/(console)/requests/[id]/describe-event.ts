import type { getT } from '@/lib/i18n/server'
import { CLOCK_NAMES } from '@/lib/clocks/rules'
import { localeOfReader, say } from '@/lib/i18n/say'
import { formatDate } from '@/lib/format'
import { elementsNamed, nameOf } from '@/lib/takedowns/elements'
import { liftOf } from '@/lib/takedowns/lift-reasons'
import { ourDay } from '@/lib/takedowns/our-day'
import { isOutcome } from '@/lib/takedowns/outcome'
import { METHODS } from '@/lib/takedowns/proof-methods'
import { REJECTIONS } from '@/lib/takedowns/rejections'
import type { Target } from '@/lib/takedowns/parse-targets'
import type { RequestView } from '@/lib/takedowns/queries'
import { TARGET_KINDS } from '@/lib/takedowns/target-kinds'

/** What one person may want of a request instead of what its decisions come to. */
const PROPOSED = ['rejected', 'no_match'] as const

type Words = Awaited<ReturnType<typeof getT<'requests.event'>>>

/** One line per event, as those who handle the request read it. */
export function describeEvent(
  t: Words,
  kind: RequestView['kind'],
  { type, data }: Pick<RequestView['events'][number], 'type' | 'data'>,
): string {
  const outcome = isOutcome(data.outcome) ? say(`labels.takedownStatus.${data.outcome}`) : null
  switch (type) {
    case 'submitted':
      return t('submitted', { n: Number(data.targets) })
    case 'confirmed':
      return t(data.urgent ? 'received' : 'confirmed')
    case 'matched':
      if (data.opened !== undefined) return t('opened', { n: Number(data.opened) })
      if (data.found !== undefined) return t('matched', { n: Number(data.found) })
      if (data.items === undefined) return t('lookedFor')
      if (data.items === 0 && data.alike !== undefined) return t('matchedAlike', { n: Number(data.alike) })
      if (data.looked !== undefined) return t('matchedMore', { n: Number(data.items) })
      if (data.items === 0) return t('matchedNothing')
      return t(data.broad ? 'matchedBroad' : 'matched', { n: Number(data.items) })
    case 'case_decided':
      if (data.named !== undefined)
        return t(data.action === 'remove' ? 'keptOut' : 'notKeptOut', {
          n: Number(data.named),
          reason: String(data.reason),
        })
      return data.open === 0 ? t('lastDecided') : t('caseDecided', { open: Number(data.open) })
    case 'outcome':
      return outcome ? t('outcome', { outcome }) : t('outcomeDecided')
    case 'appealed':
      return t('appealed', { n: Number(data.cases), sources: Number(data.sources ?? 0) })
    case 'appeal_decided':
      return outcome ? t('appealDecided', { outcome }) : t('appealDecidedOnly')
    case 'clock_paused':
    case 'clock_resumed':
    case 'extended':
      return t(type, { law: lawOf(data.law) })
    case 'needs_info':
      return t(type, { n: list(data.missing).length, what: named(kind, data.missing) })
    case 'info_given':
      return t(type, { what: named(kind, data.changed) })
    case 'needs_identity':
    case 'identity_proven':
    case 'identity_failed':
      return t(type, { how: say(`process.proof.name.${known(METHODS, data.how)}`) })
    case 'owner_ended':
      return t(type, {
        how: say(`process.did.${known(['silence', 'changed', 'disputes', 'nothing'], data.how)}`),
      })
    case 'owner_notified':
    case 'owner_extended':
      return t(type, { date: formatDate(ourDay(new Date(String(data.until))), false, localeOfReader()) })
    case 'held':
      return t(type, { why: say(`process.heldShort.${known(['court_order', 'litigation'], data.reason)}`) })
    case 'rejected':
      return t(type, { why: say(`process.rejectedShort.${known(REJECTIONS, data.reason)}`) })
    case 'not_duplicate':
      return t(type, { why: say(`process.free.${known(['looked_at', 'first_fell'], data.reason)}`) })
    case 'reopened':
      return t(type, {
        why: say(`process.reopened.${known(['other', 'contested', 'otherwise'], data.reason)}`),
      })
    case 'lift_announced':
      return t(type, {
        date: formatDate(ourDay(new Date(String(data.until))), false, localeOfReader()),
        why: say(`rights.lift.reason.${liftOf(data.reason)}`),
      })
    case 'lifted':
      return t(type, { n: Number(data.reversed) })
    case 'duplicate':
      return t(type, { reference: String(data.of) })
    case 'outcome_ready':
      return t(type, { outcome: outcome ?? say(`labels.takedownStatus.${known(PROPOSED, data.outcome)}`) })
    case 'counter_passed_on':
      return t(data.unreached === true ? 'counter_unreached' : type, { n: Number(data.items) })
    case 'put_back':
      return t(type, { n: Number(data.items) })
    case 'counter_refused':
      return t(type, { what: list(data.missing).join(', ') })
    case 'countered':
      return t(data.unreached === true ? 'countered_unreached' : type, { date: String(data.earliest) })
    case 'retracted':
      return t(data.whole === true ? 'retractedWhole' : 'retractedPart', { n: Number(data.reversed) })
    case 'sender_measure':
      return t(type, { what: String(data.measure) })
    case 'fulfilled':
      return t(type, { releases: list(data.releases).join(', ') })
    case 'returned':
      return t(type, { n: Number(data.rows), revision: String(data.revision) })
    case 'answered':
      return data.answer === 'copy' ? t(type, { rows: Number(data.rows) }) : t('answeredNone')
    case 'reach_first':
    case 'reach_approved':
      return t(type, { rows: Number(data.rows) })
    case 'reach_narrowed':
      return t(data.left === undefined ? type : 'reachLeft', { n: Number(data.n) })
    case 'reach_widened':
      if (data.more !== undefined) return t('reachNext', { n: Number(data.more) })
      return t(type, {
        kind: isTargetKind(data.kind) ? say(`takedowns.target.one.${data.kind}`) : String(data.kind),
      })
    default:
      return t(type)
  }
}

const isTargetKind = (value: unknown): value is Target['kind'] => TARGET_KINDS.some((kind) => kind === value)

/** The elements of the law that were asked for or given, by the names they have in the form. */
const named = (kind: RequestView['kind'], names: unknown): string =>
  elementsNamed(kind, list(names))
    .map((element) => nameOf(say, element))
    .join('; ')

/** One of these codes; the first for what is none of them. */
const known = <const Code extends string>(codes: readonly [Code, ...Code[]], given: unknown): Code =>
  codes.find((code) => code === given) ?? codes[0]

const list = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : [])

/** A clock in words, by its name. */
function lawOf(name: unknown): string {
  const law = CLOCK_NAMES.find((known) => known === name)
  return law ? say(`clocks.law.${law}`) : String(name)
}
