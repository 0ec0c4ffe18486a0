import { useLocale, useT } from '#i18n'
import { RadioField } from '@/components/form/choice-fields'
import { Form } from '@/components/form/form'
import { SubmitButton } from '@/components/form/submit-button'
import { formatDate } from '@/lib/format'
import type { ProcessView } from '@/lib/takedowns/process-view'
import { RECALLS } from '@/lib/takedowns/recalls'
import { recallAction } from './answer/actions'
import { Folded, Note } from './folded'

/** A copy that was given: how often it was opened, until when it can be, and the way to call it back. */
export function GivenCopy({
  requestId,
  told,
  denied,
}: {
  requestId: string
  told: NonNullable<NonNullable<ProcessView['answer']>['told']>
  denied: string | undefined
}) {
  const t = useT('rights.staff')
  const locale = useLocale()
  const views = t('views', { n: told.views })
  if (told.recalled)
    return (
      <p className="text-ink-soft">
        {views} {t('recalled', { why: t(`recallWhy.${told.recalled.reason}`) })}
      </p>
    )
  return (
    <>
      <p className="text-ink-soft">
        {views} {told.until ? t('until', { date: formatDate(told.until, false, locale) }) : null}
      </p>
      {told.canBeOpened && denied === undefined ? (
        <Folded title={t('recall')}>
          <p className="text-ink-soft">{t('recallHint')}</p>
          <Form action={recallAction}>
            <input type="hidden" name="requestId" value={requestId} />
            <input type="hidden" name="answerId" value={told.id} />
            <RadioField
              name="reason"
              legend={t('recallReason')}
              options={RECALLS.map((value) => ({ value, label: t(`recallWhy.${value}`) }))}
            />
            <Note />
            <SubmitButton pendingLabel={t('recalling')}>{t('recall')}</SubmitButton>
          </Form>
        </Folded>
      ) : null}
    </>
  )
}
