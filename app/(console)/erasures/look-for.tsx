import { useT } from '#i18n'
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
  const t = useT('erasures.look')
  return (
    <form action={paths.erasures()} className="flex max-w-form flex-col gap-5">
      <Field id="erase-dataset" label={t('dataset')}>
        {(control) => (
          <Select
            name="dataset"
            defaultValue={looked?.dataset}
            options={datasets.map(({ slug, name }) => ({ value: slug, label: name }))}
            {...control}
          />
        )}
      </Field>
      <Field id="erase-name" label={t('name')} hint={t('hint')} errors={problem ? [problem] : []}>
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
        <Button type="submit">{t('action')}</Button>
      </div>
    </form>
  )
}
