import { useT } from '#i18n'
import { CheckboxesField, CheckboxField, RadioField } from '@/components/form/choice-fields'
import { TextareaField, TextField } from '@/components/form/fields'
import { Form } from '@/components/form/form'
import { SubmitButton } from '@/components/form/submit-button'
import type { CaseDecision } from '@/lib/review/case-facts'
import type { CaseView } from '@/lib/review/case-view'
import { ACTION_ORDER } from '@/lib/review/labels'
import { nominateAction } from '../actions'

/** Filled in with what was decided, which need not be what is expected. */
export function NominateForm({ view, decided }: { view: CaseView; decided: CaseDecision }) {
  const t = useT('golden.new')
  const verb = useT('labels.action')
  const { reasons } = view.policy
  const possible = ACTION_ORDER.filter((action) => reasons.some(({ actions }) => actions.includes(action)))
  const options = possible.map((action) => ({ value: action, label: verb(`${action}.verb`) }))
  return (
    <div className="max-w-2xl">
      <Form action={nominateAction}>
        <input type="hidden" name="datasetId" value={view.datasetId} />
        <input type="hidden" name="caseId" value={view.id} />
        <input type="hidden" name="decisionId" value={decided.id} />
        <RadioField
          name="preferred"
          legend={t('preferred')}
          options={options}
          defaultValue={decided.action}
        />
        <CheckboxesField
          name="alsoRight[]"
          legend={t('also.legend')}
          hint={t('also.hint')}
          options={options}
        />
        <CheckboxesField
          name="reasons[]"
          legend={t('reasons.legend')}
          hint={t('reasons.hint')}
          options={reasons.map(({ code, label }) => ({ value: code, label: t('reason', { label, code }) }))}
          defaultValues={[decided.reasonCode]}
        />
        {decided.spans.length > 0 ? (
          <>
            <CheckboxField
              name="judgePassages"
              label={t('passages.label')}
              hint={t('passages.hint', { n: decided.spans.length })}
              defaultChecked
            />
            <TextField
              name="leastOverlap"
              label={t('overlap.label')}
              hint={t('overlap.hint')}
              inputMode="numeric"
              defaultValue={50}
              className="max-w-32"
            />
          </>
        ) : null}
        <TextareaField name="rationale" label={t('rationale.label')} hint={t('rationale.hint')} rows={4} />
        <SubmitButton pendingLabel={t('making')}>{t('make')}</SubmitButton>
      </Form>
    </div>
  )
}
