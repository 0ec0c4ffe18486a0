import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { Select } from '@/components/ui/select'
import type { DatasetOption } from '@/lib/datasets/options'
import { paths } from '@/lib/paths'

/** A plain form that asks the same page: nothing is destroyed by looking. */
export function LookFor({
  datasets,
  looked,
  problem,
}: {
  datasets: readonly DatasetOption[]
  looked: { dataset: string; name: string } | null
  problem?: string
}) {
  return (
    <form action={paths.erasures()} className="flex max-w-form flex-col gap-5">
      <Field id="erase-dataset" label="Dataset">
        {(control) => (
          <Select
            name="dataset"
            defaultValue={looked?.dataset}
            options={datasets.map(({ slug, name }) => ({ value: slug, label: name }))}
            {...control}
          />
        )}
      </Field>
      <Field
        id="erase-name"
        label="Digest of the text, or number of the request"
        hint="The digest stands on the text’s case, the number on the request’s page. The next page says what would be destroyed."
        errors={problem ? [problem] : []}
      >
        {(control) => (
          <Input
            name="name"
            defaultValue={looked?.name}
            required
            autoComplete="off"
            spellCheck={false}
            {...control}
          />
        )}
      </Field>
      <div>
        <Button type="submit">Look it up</Button>
      </div>
    </form>
  )
}
