import { useLocale, useT } from '#i18n'
import { ActionButton } from '@/components/form/action-button'
import { RadioField } from '@/components/form/choice-fields'
import { Form } from '@/components/form/form'
import { SubmitButton } from '@/components/form/submit-button'
import { Section } from '@/components/ui/page-header'
import { formatDate } from '@/lib/format'
import { LIFTS, TOLD_DAYS } from '@/lib/takedowns/lift-reasons'
import type { ProcessView } from '@/lib/takedowns/process-view'
import type { RequestView } from '@/lib/takedowns/queries'
import { isForATime } from '@/lib/takedowns/rights'
import { may } from '@/lib/takedowns/status'
import { announceLiftAction, callOffLiftAction } from './actions'
import { Folded, Note } from './folded'

/** A restriction lasts until somebody ends it, and whoever asked for it hears of that before. `denied`: why it is not its reader's to end. */
export function Restriction({
  request,
  lift,
  denied,
}: {
  request: RequestView
  lift: ProcessView['lift']
  denied: string | undefined
}) {
  const t = useT('rights.lift')
  const locale = useLocale()
  if (!isForATime(request) || (!may(request.status, 'lift') && !lift)) return null
  return (
    <Section title={t('staff')}>
      <p>
        {lift
          ? t('announced', { date: formatDate(lift.day, false, locale), why: t(`reason.${lift.reason}`) })
          : t('lasts')}
      </p>
      {denied ? <p className="mt-2 text-ink-soft">{denied}</p> : null}
      {lift && !denied ? (
        <div className="mt-3">
          <ActionButton
            action={callOffLiftAction}
            fields={{ requestId: request.id }}
            pendingLabel={t('recording')}
          >
            {t('callOff')}
          </ActionButton>
        </div>
      ) : null}
      {lift || denied ? null : (
        <Folded title={t('end')}>
          <p className="text-ink-soft">{t('endText', { n: TOLD_DAYS })}</p>
          <Form action={announceLiftAction}>
            <input type="hidden" name="requestId" value={request.id} />
            <RadioField
              name="reason"
              legend={t('reasonLegend')}
              options={LIFTS.map((value) => ({ value, label: t(`reason.${value}`) }))}
            />
            <Note />
            <SubmitButton pendingLabel={t('recording')}>{t('announce')}</SubmitButton>
          </Form>
        </Folded>
      )}
    </Section>
  )
}
