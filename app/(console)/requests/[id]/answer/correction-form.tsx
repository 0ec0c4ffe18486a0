import { useT } from '#i18n'
import { RadioField } from '@/components/form/choice-fields'
import { SelectField, TextareaField } from '@/components/form/fields'
import { Form } from '@/components/form/form'
import { SubmitButton } from '@/components/form/submit-button'
import { Section } from '@/components/ui/page-header'
import { reasonName } from '@/lib/policies/reason-name'
import { CORRECTION_VERDICTS, passagesField, verdictField } from '@/lib/takedowns/answer-input'
import type { AnswerView } from '@/lib/takedowns/answer-view'
import { Note } from '../folded'
import { correctAction } from './actions'
import { FoundRow } from './row'

/** How each row is put right that somebody says is wrong about them. The reasons and the statement are chosen with the last of many. */
export function CorrectionForm({ view: { request, rows, reasons, more, begun } }: { view: AnswerView }) {
  const t = useT('rights.staff')
  const labels = reasons.some(({ actions }) => actions.includes('label'))
  const isNothing = rows.length === 0 && !begun
  const named = (may: (actions: readonly string[]) => boolean) => [
    { value: '', label: t('none') },
    ...reasons
      .filter(({ actions }) => may(actions))
      .map((reason) => ({ value: reason.code, label: reasonName(reason) })),
  ]
  return (
    <Section title={t('title')}>
      {more ? <p className="mb-5 max-w-prose">{t('moreToCorrect')}</p> : null}
      {isNothing ? (
        <div className="mb-5 flex max-w-prose flex-col gap-2">
          <p>{t('nothing')}</p>
          <p className="text-ink-soft">{t('nothingHint')}</p>
        </div>
      ) : null}
      <Form action={correctAction}>
        <input type="hidden" name="requestId" value={request.id} />
        {rows.length > 0 ? (
          <ol className="divide-y divide-line border-y border-line">
            {rows.map((row) => (
              <FoundRow key={row.digest} row={row}>
                <RadioField
                  name={verdictField(row.digest)}
                  legend={t('what')}
                  options={CORRECTION_VERDICTS.map((value) => ({
                    value,
                    label: t(`verdict.${value}`),
                    disabled: value === 'statement' && (!row.proof || !labels),
                  }))}
                />
                <TextareaField
                  name={passagesField(row.digest)}
                  label={t('wrong')}
                  hint={t('wrongHint')}
                  rows={2}
                />
              </FoundRow>
            ))}
          </ol>
        ) : null}
        <div className="flex max-w-form flex-col gap-5">
          {isNothing || more ? null : (
            <>
              {labels ? (
                <TextareaField name="statement" label={t('statement')} hint={t('statementHint')} rows={3} />
              ) : (
                <p className="text-sm text-ink-soft">{t('noLabel')}</p>
              )}
              <SelectField
                name="reasonCode"
                label={t('reason')}
                options={named((actions) => actions.includes('redact') || actions.includes('label'))}
              />
              <SelectField
                name="keepReason"
                label={t('keepReason')}
                options={named((actions) => actions.includes('keep'))}
              />
            </>
          )}
          <Note />
          <SubmitButton kind="primary" pendingLabel={t(isNothing ? 'telling' : 'correcting')}>
            {t(isNothing ? 'tellNothing' : more ? 'next' : 'correct')}
          </SubmitButton>
        </div>
      </Form>
    </Section>
  )
}
