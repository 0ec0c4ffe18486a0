import { useT } from '#i18n'
import { CheckboxField, RadioField } from '@/components/form/choice-fields'
import { TextareaField } from '@/components/form/fields'
import { Form } from '@/components/form/form'
import { SubmitButton } from '@/components/form/submit-button'
import { Section } from '@/components/ui/page-header'
import { COPY_VERDICTS, passagesField, verdictField, whereaboutsField } from '@/lib/takedowns/answer-input'
import type { AnswerView } from '@/lib/takedowns/answer-view'
import { Note } from '../folded'
import { answerAction } from './actions'
import { FoundRow, type Row } from './row'

/** What of each row somebody is given who asks what there is about them. Nothing is chosen beforehand: each is a judgement. */
export function AccessForm({ view: { request, rows, more, begun } }: { view: AnswerView }) {
  const t = useT('rights.staff')
  const isNothing = rows.length === 0 && !begun
  return (
    <Section title={t('title')}>
      {more ? <p className="mb-5 max-w-prose">{t('more')}</p> : null}
      {isNothing ? (
        <div className="mb-5 flex max-w-prose flex-col gap-2">
          <p>{t('nothing')}</p>
          <p className="text-ink-soft">{t('nothingHint')}</p>
        </div>
      ) : null}
      <Form action={answerAction}>
        <input type="hidden" name="requestId" value={request.id} />
        {rows.length > 0 ? (
          <ol className="divide-y divide-line border-y border-line">
            {rows.map((row) => (
              <FoundRow key={row.digest} row={row}>
                <Judge row={row} />
              </FoundRow>
            ))}
          </ol>
        ) : null}
        <div className="flex max-w-form flex-col gap-5">
          <Note />
          {isNothing ? null : <p className="text-sm text-ink-soft">{t('secondHint')}</p>}
          <SubmitButton kind="primary" pendingLabel={t(isNothing ? 'telling' : 'proposing')}>
            {t(isNothing ? 'tellNothing' : more ? 'next' : 'propose')}
          </SubmitButton>
        </div>
      </Form>
    </Section>
  )
}

function Judge({ row }: { row: Row }) {
  const t = useT('rights.staff')
  return (
    <>
      <RadioField
        name={verdictField(row.digest)}
        legend={t('what')}
        options={COPY_VERDICTS.map((value) => ({
          value,
          label: t(`verdict.${value}`),
          disabled: value === 'give' && !row.proof,
        }))}
      />
      {row.proof ? (
        <TextareaField
          name={passagesField(row.digest)}
          label={t('others')}
          hint={t('othersHint')}
          rows={Math.min(8, Math.max(2, row.others.length + 1))}
          defaultValue={row.others.join('\n')}
        />
      ) : null}
      {row.proof && (row.url !== null || row.sourceId !== null) ? (
        <CheckboxField name={whereaboutsField(row.digest)} label={t('whereabouts')} />
      ) : null}
    </>
  )
}
