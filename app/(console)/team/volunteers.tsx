import type { ReactNode } from 'react'
import { useT } from '#i18n'
import { CheckboxField } from '@/components/form/choice-fields'
import { Form } from '@/components/form/form'
import { TextareaField } from '@/components/form/fields'
import { SubmitButton } from '@/components/form/submit-button'
import { DescriptionList } from '@/components/ui/description-list'
import { LandedNote } from '@/components/ui/landed-note'
import { Section } from '@/components/ui/page-header'
import { Timestamp } from '@/components/ui/timestamp'
import type { Offer } from '@/lib/volunteers/queries'
import { answerAction } from './actions'

/** For leads: who would like to review their datasets, by public name. */
export function Volunteers({
  waiting,
  answered,
  done,
}: {
  waiting: readonly Offer[]
  answered: readonly Offer[]
  /** What was just answered. */
  done: string | string[] | undefined
}) {
  const t = useT('team.volunteers')
  if (waiting.length + answered.length === 0) return null
  return (
    <Section title={t('title')}>
      {done === 'accepted' || done === 'declined' ? (
        <LandedNote of={`${answered[0]?.id}`}>{t(`done.${done}`)}</LandedNote>
      ) : null}
      {waiting.length === 0 ? <p className="text-sm text-ink-soft">{t('nobody')}</p> : null}
      <ul className="flex flex-col gap-6">
        {waiting.map((offer) => (
          <li key={offer.id} className="rounded-lg border border-line bg-surface p-4">
            <Waiting offer={offer} />
          </li>
        ))}
      </ul>
      {answered.length > 0 ? <Answered offers={answered} /> : null}
    </Section>
  )
}

function Waiting({ offer }: { offer: Offer }) {
  const t = useT('team.volunteers')
  return (
    <article aria-labelledby={`offer-${offer.id}`} className="flex max-w-2xl flex-col gap-4">
      <h3 id={`offer-${offer.id}`} className="text-base font-medium wrap-anywhere">
        {offer.pseudonym}
      </h3>
      <DescriptionList
        items={[
          { term: t('dataset'), detail: offer.dataset },
          { term: t('since'), detail: <Timestamp at={offer.at} /> },
          { term: t('reads'), detail: offer.languages },
          { term: t('why'), detail: <Said>{offer.why || t('notSaid')}</Said> },
          { term: t('interest'), detail: <Said>{offer.interest || t('noInterest')}</Said> },
        ]}
      />
      <Form action={answerAction} className="gap-3">
        <input type="hidden" name="applicationId" value={offer.id} />
        <TextareaField name="note" label={t('note')} hint={t('noteHint')} rows={2} />
        {offer.interest ? (
          <CheckboxField name="keepOut" label={t('keepOut')} hint={t('keepOutHint')} />
        ) : null}
        <div className="flex flex-wrap gap-3">
          <SubmitButton name="answer" value="accept" pendingLabel={t('answering')}>
            {t.rich('accept', { name: offer.pseudonym, hidden })}
          </SubmitButton>
          <SubmitButton name="answer" value="decline" kind="secondary" pendingLabel={t('answering')}>
            {t.rich('decline', { name: offer.pseudonym, hidden })}
          </SubmitButton>
        </div>
      </Form>
    </article>
  )
}

const hidden = (words: ReactNode) => <span className="sr-only">{words}</span>

const Said = ({ children }: { children: string }) => (
  <span className="whitespace-pre-wrap wrap-anywhere">{children}</span>
)

function Answered({ offers }: { offers: readonly Offer[] }) {
  const t = useT('team.volunteers')
  return (
    <details className="mt-4 text-sm">
      <summary className="text-ink-soft">{t('lately')}</summary>
      <ul className="mt-2 flex flex-col gap-1">
        {offers.map((offer) => (
          <li key={offer.id} className="wrap-anywhere">
            {t.rich(offer.answer ? 'answeredWith' : 'answered', {
              time: () => (offer.answeredAt ? <Timestamp at={offer.answeredAt} /> : null),
              name: offer.pseudonym,
              dataset: offer.dataset,
              state: offer.state,
              by: offer.answeredBy ?? '',
              words: offer.answer,
            })}
          </li>
        ))}
      </ul>
    </details>
  )
}
