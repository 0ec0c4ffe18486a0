import { useT } from '#i18n'
import { Link } from '@/components/ui/link'
import { Section } from '@/components/ui/page-header'
import { Timestamp } from '@/components/ui/timestamp'
import type { Member } from '@/lib/auth/actor'
import { cannot } from '@/lib/auth/cannot'
import { getT } from '@/lib/i18n/server'
import { retractionLines } from '@/lib/other-side/tell-of-retraction'
import { otherSideOf, type OtherSideView } from '@/lib/other-side/view'
import { say } from '@/lib/i18n/say'
import { paths } from '@/lib/paths'
import { policyOf } from '@/lib/policies/queries'
import type { RequestView } from '@/lib/takedowns/queries'
import { Authors } from './other-side/authors'
import { ComplaintPanel } from './other-side/complaint-panel'
import { CounterPanel } from './other-side/counter-panel'
import { Sender } from './other-side/sender'

/** Who answers the request, what its sender took back, and what is on record about either. Nothing of it for most requests. */
export async function OtherSide({ actor, request }: { actor: Member; request: RequestView }) {
  const view = await otherSideOf(actor, request)
  const t = await getT('otherSide.staff')
  const denied = cannot(
    actor,
    request.restricted ? 'restricted.handle' : 'takedown.handle',
    request.datasetId,
  )
  const reasons =
    view.authors.length > 0
      ? (await policyOf(request.datasetId)).reasons.filter(
          ({ category, actions }) => category === 'copyright' && actions.includes('remove'),
        )
      : []
  return (
    <>
      {view.complaint ? (
        <Section title={t('complaint.title')}>
          <ComplaintPanel complaint={view.complaint} requestId={request.id} slug={request.slug} />
        </Section>
      ) : null}
      {view.links.length + view.retractions.length + view.counters.length > 0 ? (
        <Section title={t('title')}>
          <Links links={view.links} />
          <Retractions retractions={view.retractions} />
          {view.counters.map((counter) => (
            <CounterPanel key={counter.requestId} counter={counter} />
          ))}
        </Section>
      ) : null}
      {view.authors.length > 0 ? (
        <Authors datasetId={request.datasetId} authors={view.authors} reasons={reasons} denied={denied} />
      ) : null}
      {view.conduct ? <Sender requestId={request.id} conduct={view.conduct} /> : null}
    </>
  )
}

function Links({ links }: Pick<OtherSideView, 'links'>) {
  const t = useT('otherSide.staff.link')
  if (links.length === 0) return null
  return (
    <ul className="mb-4 flex flex-col gap-1">
      {links.map(({ id, reference, kind, points }) => (
        <li key={`${kind} ${id}`}>
          {t.rich(`${kind}.${points}`, {
            reference,
            link: (words) => (
              <Link href={paths.request(id)} className="link font-mono">
                {words}
              </Link>
            ),
          })}
        </li>
      ))}
    </ul>
  )
}

function Retractions({ retractions }: Pick<OtherSideView, 'retractions'>) {
  const t = useT('otherSide.staff')
  return retractions.map(({ id, whole, outcome, at }) => (
    <div key={id} className="mb-4">
      <p className="font-medium">
        {t(whole ? 'takenBack' : 'takenBackInPart')} <Timestamp at={at} />
      </p>
      <ul className="mt-1 flex list-disc flex-col gap-1 ps-6 text-ink-soft">
        {retractionLines(say, {
          reversed: outcome.reversed ?? 0,
          stays: outcome,
          rules: outcome.rules ?? 0,
          rulesStay: outcome.rulesStay ?? 0,
        }).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </div>
  ))
}
