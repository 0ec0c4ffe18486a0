import 'server-only'
import type { Tx } from '@/db/client'
import { formatDate } from '@/lib/format'
import type { Locale } from '@/lib/i18n/locales'
import { voiceOf } from '@/lib/i18n/say'
import type { Template } from '@/lib/mail/message'
import {
  counterAccepted,
  counterCopy,
  counterEnded,
  counterMoot,
  counterRefused,
  counterUnreached,
  otherSideNews,
} from '@/lib/mail/templates/takedown-counter'
import { paths } from '@/lib/paths'
import { env } from '@/lib/runtime/env'
import { type LockedRequest, lockRequest } from '@/lib/takedowns/request-row'
import { writeTo } from '@/lib/takedowns/write-to'
import { copyOf } from './copy-of-counter'
import type { CounterElement } from './counter-elements'
import { putBackDay, type PutBackTerm } from './put-back-clocks'
import { tellMaintainers } from './tell'
import { type Rest, restLines } from './tell-of-retraction'

type Passed = PutBackTerm & {
  request: LockedRequest
  of: LockedRequest
  items: number
  /** Standing rules that keep out what it is about beside these. */
  rules: number
  /** The claimant was erased: there is nobody to write to. */
  unreached: boolean
}

/** The copy to the claimant, word for word; the dates to who sent it; the news to the maintainers. */
export async function tellOfCounter(
  tx: Tx,
  { request, of, items, rules, unreached, ...term }: Passed,
): Promise<void> {
  const { datasetName: dataset } = of
  const [earliest, latest] = [putBackDay(term.earliestAt), putBackDay(term.latestAt)]
  await writeTo(
    tx,
    of,
    counterCopy,
    {
      ...{ reference: of.reference, dataset, items, rules, earliest, latest },
      ...(await copyOf(tx, request, of.language)),
    },
    request.id,
  )
  const { reference } = request
  await writeTo(tx, request, unreached ? counterUnreached : counterAccepted, {
    ...{ reference, dataset, items, rules, earliest, latest },
  })
  await tellMaintainers(tx, of.datasetId, otherSideNews, (language) => ({
    ...{ reference: of.reference, dataset, link: linkOf(of) },
    lines: [
      voiceOf(language)(`otherSide.news.${unreached ? 'counteredUnreached' : 'countered'}`, {
        ...{ n: items, rules },
        earliest: formatDate(earliest, false, language),
        latest: formatDate(latest, false, language),
      }),
    ],
  }))
}

/** What is missing, by the names of the law's elements. */
export async function tellOfRefusal(
  tx: Tx,
  request: LockedRequest,
  missing: readonly CounterElement[],
): Promise<void> {
  await writeTo(tx, request, counterRefused, {
    ...{ reference: request.reference, dataset: request.datasetName },
    missing: missing.map((element) => voiceOf(request.language)(`otherSide.elements.${element}`)),
  })
}

/** Nothing is left to be answered: who asked for the removal has taken that back, or it was decided otherwise. */
export const tellOfMoot = (tx: Tx, request: LockedRequest): Promise<void> =>
  writeTo(tx, request, counterMoot, { reference: request.reference, dataset: request.datasetName })

type Ended = { of: LockedRequest; counterId: string } & (
  { outcome: 'kept_down' | 'fell' } | ({ outcome: 'restored'; put: number } & Rest)
)

/** To the claimant, to who countered, and to the maintainers. */
export async function tellOfEnd(tx: Tx, ended: Ended): Promise<void> {
  const { of, counterId, outcome } = ended
  const { datasetName: dataset } = of
  const counter = await lockRequest(tx, counterId)
  const linesIn = (language: Locale) => {
    if (ended.outcome !== 'restored') return []
    const voice = voiceOf(language)
    return [voice('otherSide.putBack.done', { n: ended.put }), ...restLines(voice, ended)]
  }
  for (const [side, request] of [
    ['claimant', of],
    ['filer', counter],
  ] as const)
    await writeTo(tx, request, linked(side), {
      ...{ reference: request.reference, dataset, outcome },
      lines: linesIn(request.language),
    })
  await tellMaintainers(tx, of.datasetId, counterEnded, (language) => ({
    side: 'maintainer' as const,
    ...{ reference: of.reference, dataset, outcome },
    ...{ lines: linesIn(language), link: linkOf(of) },
  }))
}

/** The same letter with the link of a private page. */
const linked = (side: 'claimant' | 'filer'): Template<Linked> => ({
  name: counterEnded.name,
  render: ({ trackingUrl, ...data }, ...language) =>
    counterEnded.render({ ...data, side, link: trackingUrl }, ...language),
})

type Linked = Omit<Parameters<typeof counterEnded.render>[0], 'side' | 'link'> & { trackingUrl: string }

const linkOf = ({ id }: LockedRequest): string => env().url + paths.request(id)
