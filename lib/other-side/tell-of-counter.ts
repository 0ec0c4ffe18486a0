import 'server-only'
import { eq } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { takedownRequest } from '@/db/schema'
import { formatDate } from '@/lib/format'
import { CATALOGUES } from '@/lib/i18n/catalogues'
import { english } from '@/lib/i18n/say'
import { translator } from '@/lib/i18n/translator'
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
import { attestationsOf, languageOf } from '@/lib/takedowns/attestations'
import { contactOf } from '@/lib/takedowns/contact'
import { questionsOf } from '@/lib/takedowns/kinds'
import { type LockedRequest, lockRequest } from '@/lib/takedowns/request-row'
import { targetsOf } from '@/lib/takedowns/results'
import { describeTarget } from '@/lib/takedowns/words'
import { writeTo } from '@/lib/takedowns/write-to'
import type { CounterElement } from './counter-elements'
import type { PutBackTerm } from './put-back-clocks'
import { tellMaintainers } from './tell'
import { type Rest, restLines } from './tell-of-retraction'

/** A letter stays readable. */
const LINES_IN_MAIL = 100

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
  const [earliest, latest] = [formatDate(term.earliestAt), formatDate(term.latestAt)]
  await writeTo(
    tx,
    of,
    counterCopy,
    {
      ...{ reference: of.reference, dataset, items, rules, earliest, latest },
      ...(await copyOf(tx, request)),
    },
    request.id,
  )
  const { reference } = request
  await writeTo(tx, request, unreached ? counterUnreached : counterAccepted, {
    ...{ reference, dataset, items, rules, earliest, latest },
  })
  await tellMaintainers(tx, of.datasetId, otherSideNews, {
    ...{ reference: of.reference, dataset, link: linkOf(of) },
    lines: [
      english(unreached ? 'otherSide.news.counteredUnreached' : 'otherSide.news.countered', {
        ...{ n: items, rules, earliest, latest },
      }),
    ],
  })
}

/** Every question with what its sender answered, where the material was, and what they declared, in the language in which they read it. */
async function copyOf(tx: Tx, request: LockedRequest) {
  const contact = await contactOf(tx, request.id)
  const [stored] = await tx
    .select({ attestation: takedownRequest.attestation })
    .from(takedownRequest)
    .where(eq(takedownRequest.id, request.id))
  const attestation = stored?.attestation ?? ''
  const targets = (await targetsOf(tx, request.id)).map(({ target }) => describeTarget(english, target))
  const answer = (name: string) => {
    if (name === 'name') return contact?.name ?? ''
    return name === 'email' ? (contact?.email ?? '') : (contact?.answers[name] ?? '')
  }
  const asked = questionsOf(request.kind).map(({ name, label, options }) => {
    const said = answer(name)
    const chosen = options?.find(({ value }) => value === said)
    return {
      label: english(`takedowns.forms.${label}`),
      text: chosen ? english(`takedowns.forms.${chosen.label}`) : said,
    }
  })
  const where = {
    label: english('otherSide.copy.where'),
    text: targets.length > 0 ? listed(targets) : english('otherSide.copy.all'),
  }
  const locale = languageOf(attestation)
  const declaration = translator(locale, CATALOGUES[locale], 'takedowns.attestations')
  return {
    fields: [...asked.filter(({ text }) => text !== ''), where],
    declared: attestationsOf(attestation).map(({ wording }) => declaration(`${wording}.text`)),
  }
}

const listed = (targets: readonly string[]): string =>
  [
    ...targets.slice(0, LINES_IN_MAIL),
    ...(targets.length > LINES_IN_MAIL
      ? [english('otherSide.copy.more', { n: targets.length - LINES_IN_MAIL })]
      : []),
  ].join('\n')

/** What is missing, by the names of the law's elements. */
export async function tellOfRefusal(
  tx: Tx,
  request: LockedRequest,
  missing: readonly CounterElement[],
): Promise<void> {
  await writeTo(tx, request, counterRefused, {
    ...{ reference: request.reference, dataset: request.datasetName },
    missing: missing.map((element) => english(`otherSide.elements.${element}`)),
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
  const lines =
    ended.outcome === 'restored'
      ? [english('otherSide.putBack.done', { n: ended.put }), ...restLines(english, ended)]
      : []
  for (const [side, request] of [
    ['claimant', of],
    ['filer', counter],
  ] as const)
    await writeTo(tx, request, linked(side), { reference: request.reference, dataset, outcome, lines })
  await tellMaintainers(tx, of.datasetId, counterEnded, {
    ...{ side: 'maintainer', reference: of.reference, dataset, outcome, lines, link: linkOf(of) },
  })
}

/** The same letter with the link of a private page. */
const linked = (side: 'claimant' | 'filer') => ({
  name: counterEnded.name,
  render: ({
    trackingUrl,
    ...data
  }: Omit<Parameters<typeof counterEnded.render>[0], 'side' | 'link'> & { trackingUrl: string }) =>
    counterEnded.render({ ...data, side, link: trackingUrl }),
})

const linkOf = ({ id }: LockedRequest): string => env().url + paths.request(id)
