import { Form } from '@/components/form/form'
import { TextareaField } from '@/components/form/fields'
import { SubmitButton } from '@/components/form/submit-button'
import { DescriptionList } from '@/components/ui/description-list'
import { LandedNote } from '@/components/ui/landed-note'
import { Section } from '@/components/ui/page-header'
import { Timestamp } from '@/components/ui/timestamp'
import { STATE } from '@/lib/volunteers/labels'
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
  if (waiting.length + answered.length === 0) return null
  return (
    <Section title="Would like to review">
      {done === 'accepted' || done === 'declined' ? (
        <LandedNote of={`${answered[0]?.id}`}>{DONE[done]}</LandedNote>
      ) : null}
      {waiting.length === 0 ? <p className="text-sm text-ink-soft">Nobody waits for an answer.</p> : null}
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

const DONE = {
  accepted: 'Accepted: they can review from their next click, and are told by mail.',
  declined: 'Declined: they are told by mail.',
} as const

function Waiting({ offer }: { offer: Offer }) {
  return (
    <article aria-labelledby={`offer-${offer.id}`} className="flex max-w-2xl flex-col gap-4">
      <h3 id={`offer-${offer.id}`} className="text-base font-medium wrap-anywhere">
        {offer.pseudonym}
      </h3>
      <DescriptionList
        items={[
          { term: 'Dataset', detail: offer.dataset },
          { term: 'Since', detail: <Timestamp at={offer.at} /> },
          { term: 'Reads', detail: offer.languages },
          { term: 'Why', detail: <Said>{offer.why || 'not said'}</Said> },
          { term: 'Interest of their own', detail: <Said>{offer.interest || 'none declared'}</Said> },
        ]}
      />
      <Form action={answerAction} className="gap-3">
        <input type="hidden" name="applicationId" value={offer.id} />
        <TextareaField
          name="note"
          label="A word with the answer"
          hint="Goes to them by mail. May stay empty."
          rows={2}
        />
        <div className="flex flex-wrap gap-3">
          <SubmitButton name="answer" value="accept" pendingLabel="Answering…">
            Accept <span className="sr-only">{offer.pseudonym}</span>
          </SubmitButton>
          <SubmitButton name="answer" value="decline" kind="secondary" pendingLabel="Answering…">
            Decline <span className="sr-only">{offer.pseudonym}</span>
          </SubmitButton>
        </div>
      </Form>
    </article>
  )
}

const Said = ({ children }: { children: string }) => (
  <span className="whitespace-pre-wrap wrap-anywhere">{children}</span>
)

function Answered({ offers }: { offers: readonly Offer[] }) {
  return (
    <details className="mt-4 text-sm">
      <summary className="text-ink-soft">Answered lately</summary>
      <ul className="mt-2 flex flex-col gap-1">
        {offers.map((offer) => (
          <li key={offer.id} className="wrap-anywhere">
            {offer.answeredAt ? <Timestamp at={offer.answeredAt} /> : null}: {offer.pseudonym} for{' '}
            {offer.dataset}: {STATE[offer.state].toLowerCase()} by {offer.answeredBy}
            {offer.answer ? <>, with the words “{offer.answer}”</> : null}
          </li>
        ))}
      </ul>
    </details>
  )
}
