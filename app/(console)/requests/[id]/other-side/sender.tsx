import { useLocale, useT } from '#i18n'
import { Visible } from '@/components/item/visible'
import { RadioField } from '@/components/form/choice-fields'
import { TextField } from '@/components/form/fields'
import { Form } from '@/components/form/form'
import { SubmitButton } from '@/components/form/submit-button'
import { Callout } from '@/components/ui/callout'
import { Section } from '@/components/ui/page-header'
import { formatDate } from '@/lib/format'
import { SENDER_POLICY } from '@/lib/other-side/numbers'
import type { OtherSideView } from '@/lib/other-side/view'
import {
  answerSenderAction,
  findSenderAction,
  letThroughAction,
  suspendSenderAction,
  warnSenderAction,
} from './actions'

type Conduct = NonNullable<OtherSideView['conduct']>

/** What is on record about who sent the request, in numbers, and what a lead can do about it. */
export function Sender({ requestId, conduct }: { requestId: string; conduct: Conduct }) {
  const t = useT('otherSide.staff.sender')
  const locale = useLocale()
  const { requests, unfounded, warnedAt, suspended, heldUntil, denied } = conduct
  const day = (at: Date) => formatDate(at, false, locale)
  return (
    <Section title={t('title')}>
      <div className="flex max-w-form flex-col gap-4">
        <p>
          {t('counts', { n: requests, unfounded, days: SENDER_POLICY.findingDays })}{' '}
          {warnedAt ? t('warned', { date: day(warnedAt) }) : null}{' '}
          {suspended?.inForce ? t('suspended', { date: day(suspended.until) }) : null}
        </p>
        {heldUntil ? (
          <Callout tone="note" title={t('held')}>
            <p className="mb-2">{t('heldText', { date: day(heldUntil) })}</p>
            {denied ?? <Press requestId={requestId} action={letThroughAction} label={t('letThrough')} />}
          </Callout>
        ) : null}
        {conduct.grounds ? (
          <Callout tone="note" title={t('contested')}>
            <span className="whitespace-pre-wrap">
              <Visible text={conduct.grounds} />
            </span>
          </Callout>
        ) : null}
        <Steps requestId={requestId} conduct={conduct} />
      </div>
    </Section>
  )
}

function Steps({ requestId, conduct }: { requestId: string; conduct: Conduct }) {
  const t = useT('otherSide.staff.sender')
  const { finding, mayFind, mayWarn, maySuspend, answer, denied } = conduct
  if (denied !== undefined)
    return mayFind || mayWarn || maySuspend || answer ? <p className="text-ink-soft">{denied}</p> : null
  return (
    <>
      {mayFind ? (
        <Form action={findSenderAction}>
          <input type="hidden" name="requestId" value={requestId} />
          <RadioField
            name="finding"
            legend={t('finding')}
            hint={t('findingHint')}
            defaultValue={finding ?? undefined}
            options={[
              { value: 'not_unfounded', label: t('notUnfounded') },
              { value: 'unfounded', label: t('unfounded') },
            ]}
          />
          <SubmitButton kind="secondary" pendingLabel={t('recording')}>
            {t('record')}
          </SubmitButton>
        </Form>
      ) : null}
      {mayWarn ? <Press requestId={requestId} action={warnSenderAction} label={t('warn')} /> : null}
      {maySuspend ? (
        <Form action={suspendSenderAction}>
          <input type="hidden" name="requestId" value={requestId} />
          <p className="text-ink-soft">{t('suspendText')}</p>
          <TextField
            name="days"
            label={t('days', { most: SENDER_POLICY.suspensionDays.most })}
            inputMode="numeric"
            defaultValue={String(SENDER_POLICY.suspensionDays.usual)}
            required
          />
          <SubmitButton kind="danger" pendingLabel={t('recording')}>
            {t('suspend')}
          </SubmitButton>
        </Form>
      ) : null}
      {answer?.denied ? <p className="text-ink-soft">{answer.denied}</p> : null}
      {answer && answer.denied === undefined ? (
        <Form action={answerSenderAction}>
          <input type="hidden" name="requestId" value={requestId} />
          <RadioField
            name="answer"
            legend={t('answer')}
            options={[
              { value: 'lifted', label: t('lift') },
              { value: 'upheld', label: t('uphold') },
            ]}
          />
          <SubmitButton pendingLabel={t('recording')}>{t('answerAction')}</SubmitButton>
        </Form>
      ) : null}
    </>
  )
}

function Press({
  requestId,
  action,
  label,
}: {
  requestId: string
  action: typeof letThroughAction
  label: string
}) {
  const t = useT('otherSide.staff.sender')
  return (
    <Form action={action}>
      <input type="hidden" name="requestId" value={requestId} />
      <SubmitButton kind="secondary" pendingLabel={t('recording')}>
        {label}
      </SubmitButton>
    </Form>
  )
}
