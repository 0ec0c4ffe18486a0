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
  const kinds = SOURCE_KINDS.filter(({ kind }) => kind !== 'author' || authorField !== null)
  return (
    <Form action={keepOutAction}>
      <input type="hidden" name="datasetId" value={datasetId} />
      <RadioField
        name="kind"
        legend="What is kept out"
        options={kinds.map(({ kind, label, hint }) => ({ value: kind, label, hint }))}
        defaultValue="domain"
      />
      <TextField name="value" label="Which one" autoComplete="off" spellCheck={false} required />
      <SelectField
        name="reasonCode"
        label="Reason"
        placeholder="Choose a reason"
        options={reasons.map((reason) => ({ value: reason.code, label: reasonName(reason) }))}
      />
      {territories.length > 0 ? (
        <CheckboxesField
          name="territories[]"
          legend="Where"
          hint="Choose none and it holds everywhere. Releases for the world leave it out in any case."
          options={territories.map((territory) => ({ value: territory, label: territory }))}
        />
      ) : null}
      <div className="flex flex-wrap gap-3">
        <SubmitButton name="intent" value="count" kind="secondary" pendingLabel="Looking…">
          Count its rows
        </SubmitButton>
        <SubmitButton name="intent" value="keep_out" pendingLabel="Recording…">
          Keep it out
        </SubmitButton>
      </div>
    </Form>
  )
}
