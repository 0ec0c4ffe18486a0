import { useT } from '#i18n'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Select } from '@/components/ui/select'
import type { DatasetOption } from '@/lib/datasets/options'
import { paths } from '@/lib/paths'

/** Which dataset and period: a plain GET form. */
export function ChooseForm({
  chosen,
  periods: { halves, months },
  datasets,
}: {
  chosen: { dataset: string | undefined; period: string }
  periods: { halves: readonly string[]; months: readonly string[] }
  datasets: readonly DatasetOption[]
}) {
  const t = useT('transparency.choose')
  const nameOf = (id: string) => {
    const [year = '', part = ''] = id.split('-')
    return part.startsWith('H') ? t('half', { half: part.slice(1), year }) : id
  }
  const ids = [...new Set([...halves, chosen.period, ...months])]
  return (
    <form
      method="get"
      action={paths.transparency()}
      aria-label={t('label')}
      className="no-print mb-6 flex flex-wrap items-end gap-4"
    >
      <Field id="report-dataset" label={t('dataset')}>
        {(control) => (
          <Select
            name="dataset"
            defaultValue={chosen.dataset ?? ''}
            placeholder={t('all')}
            options={datasets.map(({ slug, name }) => ({ value: slug, label: name }))}
            {...control}
          />
        )}
      </Field>
      <Field id="report-period" label={t('period')}>
        {(control) => (
          <Select
            name="period"
            defaultValue={chosen.period}
            options={ids.map((id) => ({ value: id, label: nameOf(id) }))}
            {...control}
          />
        )}
      </Field>
      <Button type="submit">{t('show')}</Button>
    </form>
  )
}
