import { useT } from '#i18n'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Select } from '@/components/ui/select'
import type { Scored } from '@/lib/bulk/histogram'

/** A detector and a category as one choice. */
export const ofValue = ({ detector, category }: Pick<Scored, 'detector' | 'category'>) =>
  `${category}:${detector}`

/** Which detector's scores are shown: part of the address. */
export function OfForm({ scored, chosen }: { scored: readonly Scored[]; chosen: Scored }) {
  const t = useT('bands.of')
  return (
    <form method="get" className="mb-6 flex flex-wrap items-end gap-3">
      <Field id="of" label={t('label')}>
        {(control) => (
          <Select
            name="of"
            defaultValue={ofValue(chosen)}
            options={scored.map((one) => ({
              value: ofValue(one),
              label: t('option', { detector: one.detector, category: one.categoryLabel, n: one.cases }),
            }))}
            {...control}
          />
        )}
      </Field>
      <Button type="submit">{t('show')}</Button>
    </form>
  )
}
