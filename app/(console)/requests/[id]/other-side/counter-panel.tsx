import { useLocale, useT } from '#i18n'
import { CheckboxesField } from '@/components/form/choice-fields'
import { SelectField, TextField } from '@/components/form/fields'
import { Form } from '@/components/form/form'
import { SubmitButton } from '@/components/form/submit-button'
import { Callout } from '@/components/ui/callout'
import { Link } from '@/components/ui/link'
import { formatDate } from '@/lib/format'
import { COUNTER_ELEMENTS, IDENTIFIED_AS } from '@/lib/other-side/counter-elements'
import type { Step } from '@/lib/other-side/counter-steps'
import type { CounterView } from '@/lib/other-side/view'
import { paths } from '@/lib/paths'
import {
  approveCounterAction,
  checkCounterAction,
  filingAction,
  putBackAction,
  refuseCounterAction,
} from './actions'

/** Where a counter notice stands, on its own page and on that of the request it answers, with the one thing to do next. */
export function CounterPanel({ counter }: { counter: CounterView }) {
  const t = useT('otherSide.staff.counter')
  const locale = useLocale()
  const day = (at: Date | null) => (at ? formatDate(at, false, locale) : '')
  const { state, items, rules, strangers, isThis, filing, check, agree, refuse, file, putBack } = counter
  // Each once: who may not do one thing may not do another for the same reason.
  const denied = new Set([check ?? agree ?? refuse, file, putBack].flatMap((step) => step?.denied ?? []))
  return (
    <div className="mb-6 flex flex-col gap-4 last:mb-0">
      {isThis ? null : (
        <Link href={paths.request(counter.requestId)} className="link self-start font-mono">
          {counter.reference}
        </Link>
      )}
      <p>
        {t(`state.${state === 'valid' && counter.unreached ? 'unreached' : state}`, {
          n: items,
          rules,
          earliest: day(counter.earliestAt),
          latest: day(counter.latestAt),
        })}
      </p>
      {strangers > 0 && isThis ? <Callout tone="warn">{t('strangers', { n: strangers })}</Callout> : null}
      {filing ? (
        <p>
          {filing.said
            ? t('filing', { ...filing.said, date: filing.filedOn })
            : t('filingErased', { date: filing.filedOn })}
        </p>
      ) : null}
      {counter.waits ? <p className="text-ink-soft">{t('againFirst')}</p> : null}
      {[...denied].map((why) => (
        <p key={why} className="text-ink-soft">
          {why}
        </p>
      ))}
      {[check, agree, refuse].some(isTheirs) ? <Check counter={counter} /> : null}
      {isTheirs(file) ? <Filing counter={counter} /> : null}
      {isTheirs(putBack) ? <PutBack counter={counter} /> : null}
    </div>
  )
}

/** Something can be done, and by who reads this. */
const isTheirs = (step: Step | null): boolean => step !== null && step.denied === undefined

function Check({ counter }: { counter: CounterView }) {
  const t = useT('otherSide.staff.counter')
  const elements = useT('otherSide.elements')
  const how = useT('otherSide.identified')
  const { requestId, check, agree, refuse } = counter
  return (
    <div className="grid max-w-form gap-8">
      {isTheirs(check) ? (
        <Form action={checkCounterAction}>
          <input type="hidden" name="requestId" value={requestId} />
          <SelectField
            name="identifiedAs"
            label={t('identified')}
            placeholder={t('choose')}
            defaultValue={counter.identifiedAs ?? undefined}
            options={IDENTIFIED_AS.map((value) => ({ value, label: how(value) }))}
            required
          />
          <SubmitButton pendingLabel={t('recording')}>{t('check')}</SubmitButton>
        </Form>
      ) : null}
      {isTheirs(agree) ? (
        <Form action={approveCounterAction}>
          <input type="hidden" name="requestId" value={requestId} />
          {counter.unreached ? (
            <Callout tone="warn">{t('approveUnreached')}</Callout>
          ) : (
            <p className="text-ink-soft">{t('approveText')}</p>
          )}
          <SubmitButton pendingLabel={t('recording')}>
            {t(counter.unreached ? 'approveAlone' : 'approve')}
          </SubmitButton>
        </Form>
      ) : null}
      {isTheirs(refuse) ? (
        <Form action={refuseCounterAction}>
          <input type="hidden" name="requestId" value={requestId} />
          <CheckboxesField
            name="missing[]"
            legend={t('missing')}
            options={COUNTER_ELEMENTS.map((value) => ({ value, label: elements(value) }))}
          />
          <SubmitButton kind="secondary" pendingLabel={t('recording')}>
            {t('refuse')}
          </SubmitButton>
        </Form>
      ) : null}
    </div>
  )
}

function Filing({ counter: { requestId, ofRequestId } }: { counter: CounterView }) {
  const t = useT('otherSide.staff.counter')
  return (
    <div className="max-w-form">
      <Form action={filingAction}>
        <input type="hidden" name="requestId" value={ofRequestId} />
        <input type="hidden" name="counterId" value={requestId} />
        <p className="text-ink-soft">{t('fileText')}</p>
        <TextField name="court" label={t('court')} maxLength={300} required />
        <TextField name="caseNumber" label={t('caseNumber')} maxLength={100} required />
        <TextField name="filedOn" label={t('filedOn')} type="date" required />
        <SubmitButton kind="secondary" pendingLabel={t('recording')}>
          {t('file')}
        </SubmitButton>
      </Form>
    </div>
  )
}

function PutBack({ counter: { requestId, ofRequestId } }: { counter: CounterView }) {
  const t = useT('otherSide.staff.counter')
  return (
    <div className="max-w-form">
      <Form action={putBackAction}>
        <input type="hidden" name="requestId" value={ofRequestId} />
        <input type="hidden" name="counterId" value={requestId} />
        <p className="text-ink-soft">{t('putBackText')}</p>
        <SubmitButton kind="secondary" pendingLabel={t('recording')}>
          {t('putBack')}
        </SubmitButton>
      </Form>
    </div>
  )
}
