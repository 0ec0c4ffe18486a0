import { useT } from '#i18n'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { Link } from '@/components/ui/link'
import { Select } from '@/components/ui/select'
import type { DatasetOption } from '@/lib/datasets/options'
import { paths } from '@/lib/paths'
import type { RegisterFilter } from '@/lib/register/filter'
import { LISTED_KINDS, OUTCOMES } from '@/lib/register/notice'

/** A plain GET form: a search is an address that can be handed on. It leads to what was found, past itself. */
export function SearchForm({
  asked,
  datasets,
  found,
}: {
  asked: Omit<RegisterFilter, 'after'>
  datasets: readonly DatasetOption[]
  /** The id of what was found. */
  found: string
}) {
  const t = useT('register.search')
  const outcome = useT('register.outcome')
  const kind = useT('labels.takedownKind')
  const narrowed = Object.values(asked).some((value) => value !== undefined)
  return (
    <search aria-label={t('label')} className="no-print mb-6 block">
      <form
        method="get"
        action={`${paths.register()}#${found}`}
        className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3"
      >
        <Field id="register-kind" label={t('kind')}>
          {(control) => (
            <Select
              name="kind"
              defaultValue={asked.kind ?? ''}
              placeholder={t('everyKind')}
              options={LISTED_KINDS.map((value) => ({ value, label: kind(value) }))}
              {...control}
            />
          )}
        </Field>
        <Field id="register-dataset" label={t('dataset')}>
          {(control) => (
            <Select
              name="dataset"
              defaultValue={asked.dataset ?? ''}
              placeholder={t('everyDataset')}
              options={datasets.map(({ slug, name }) => ({ value: slug, label: name }))}
              {...control}
            />
          )}
        </Field>
        <Field id="register-outcome" label={t('outcome')}>
          {(control) => (
            <Select
              name="outcome"
              defaultValue={asked.outcome ?? ''}
              placeholder={t('everyOutcome')}
              options={[...OUTCOMES, 'rescinded' as const].map((value) => ({
                value,
                label: outcome(value),
              }))}
              {...control}
            />
          )}
        </Field>
        <Field id="register-host" label={t('host')} hint={t('hostHint')}>
          {(control) => (
            <Input name="host" defaultValue={asked.host} maxLength={253} autoComplete="off" {...control} />
          )}
        </Field>
        <Field id="register-period" label={t('period')} hint={t('periodHint')}>
          {(control) => (
            <Input name="period" defaultValue={asked.period} maxLength={7} autoComplete="off" {...control} />
          )}
        </Field>
        <div className="flex flex-wrap items-end gap-x-4 gap-y-2">
          <Button type="submit" kind="primary">
            {t('go')}
          </Button>
          {narrowed ? (
            <Link href={paths.register()} className="link py-1.5 text-sm">
              {t('clear')}
            </Link>
          ) : null}
        </div>
      </form>
    </search>
  )
}
