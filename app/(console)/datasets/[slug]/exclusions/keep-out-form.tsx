import { useT } from '#i18n'
import { CheckboxesField, RadioField } from '@/components/form/choice-fields'
import { SelectField, TextField } from '@/components/form/fields'
import { Form } from '@/components/form/form'
import { SubmitButton } from '@/components/form/submit-button'
import type { Reason } from '@/lib/policies/queries'
import { SOURCE_KINDS } from '@/lib/suppression/labels'
import { reasonName } from '@/lib/policies/reason-name'
import { keepOutAction } from './actions'

/** Looks first, if one likes, how many rows come from there; then keeps them out for a reason of the policy. */
export function KeepOutForm({
  datasetId,
  reasons,
  territories,
  authorField,
}: {
  datasetId: string
  /** That allow to remove. */
  reasons: readonly Reason[]
  territories: readonly string[]
  authorField: string | null
}) {
  const t = useT('suppression')
  const kinds = SOURCE_KINDS.filter((kind) => kind !== 'author' || authorField !== null)
  return (
    <Form action={keepOutAction}>
      <input type="hidden" name="datasetId" value={datasetId} />
      <RadioField
        name="kind"
        legend={t('keepOut.kind.legend')}
        options={kinds.map((kind) => ({
          value: kind,
          label: t(`keepOut.kind.${kind}.label`),
          hint: t(`keepOut.kind.${kind}.hint`),
        }))}
        defaultValue="domain"
      />
      <TextField name="value" label={t('keepOut.value')} autoComplete="off" spellCheck={false} required />
      <SelectField
        name="reasonCode"
        label={t('reason.label')}
        placeholder={t('reason.placeholder')}
        options={reasons.map((reason) => ({ value: reason.code, label: reasonName(reason) }))}
      />
      {territories.length > 0 ? (
        <CheckboxesField
          name="territories[]"
          legend={t('keepOut.where.legend')}
          hint={t('keepOut.where.hint')}
          options={territories.map((territory) => ({ value: territory, label: territory }))}
        />
      ) : null}
      <div className="flex flex-wrap gap-3">
        <SubmitButton name="intent" value="count" kind="secondary" pendingLabel={t('keepOut.counting')}>
          {t('keepOut.count')}
        </SubmitButton>
        <SubmitButton name="intent" value="keep_out" pendingLabel={t('recording')}>
          {t('keepOut.submit')}
        </SubmitButton>
      </div>
    </Form>
  )
}
