import { useT } from '#i18n'
import { CheckboxField, RadioField } from '@/components/form/choice-fields'
import { SelectField } from '@/components/form/fields'
import { Form } from '@/components/form/form'
import { SubmitButton } from '@/components/form/submit-button'
import type { Reason } from '@/lib/policies/queries'
import { reasonName } from '@/lib/policies/reason-name'
import type { BulkKind } from '@/lib/request-bulk/input'
import { prepareAction } from './actions'

/** Which of the waiting ones, and what is decided about them: a preview comes first. */
export function PrepareForm({
  datasetId,
  kind,
  policyVersionId,
  reasons,
}: {
  datasetId: string
  kind: BulkKind
  policyVersionId: string
  reasons: readonly Reason[]
}) {
  const t = useT('requestBulk.prepare')
  return (
    <div className="max-w-form">
      <Form action={prepareAction}>
        <input type="hidden" name="datasetId" value={datasetId} />
        <input type="hidden" name="kind" value={kind} />
        <input type="hidden" name="policyVersionId" value={policyVersionId} />
        <CheckboxField name="exact" label={t('exact')} hint={t('exactHint')} defaultChecked />
        <CheckboxField name="proven" label={t('proven')} hint={t('provenHint')} />
        <RadioField
          name="action"
          legend={t('action')}
          options={[
            { value: 'remove', label: t('remove') },
            { value: 'keep', label: t('keep') },
          ]}
        />
        <SelectField
          name="reasonCode"
          label={t('reason')}
          placeholder={t('reasonChoose')}
          options={reasons
            .filter(({ actions }) => actions.includes('remove') || actions.includes('keep'))
            .map((reason) => ({ value: reason.code, label: reasonName(reason) }))}
        />
        <SubmitButton pendingLabel={t('preparing')}>{t('submit')}</SubmitButton>
      </Form>
    </div>
  )
}
