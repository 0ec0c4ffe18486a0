import { SelectField, TextField } from '@/components/form/fields'
import { Form } from '@/components/form/form'
import { SubmitButton } from '@/components/form/submit-button'
import type { DatasetOption } from '@/lib/datasets/options'
import { announceAction } from './actions'

/** A draw is a promise first: of what, and how many, before anybody can know which. */
export function AnnounceForm({
  datasets,
  everywhere,
}: {
  datasets: readonly DatasetOption[]
  everywhere: boolean
}) {
  return (
    <Form action={announceAction} className="max-w-form">
      <SelectField
        name="dataset"
        label="Decisions of"
        options={[
          ...(everywhere ? [{ value: '', label: 'All datasets' }] : []),
          ...datasets.map(({ slug, name }) => ({ value: slug, label: name })),
        ]}
      />
      <TextField
        name="k"
        label="How many"
        hint="Each is read by a person. All there are, when there are fewer."
        inputMode="numeric"
        defaultValue="20"
      />
      <div>
        <SubmitButton pendingLabel="Announcing…">Announce the draw</SubmitButton>
      </div>
    </Form>
  )
}
