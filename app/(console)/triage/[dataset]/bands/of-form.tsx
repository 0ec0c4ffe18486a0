import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Select } from '@/components/ui/select'
import type { Scored } from '@/lib/bulk/histogram'
import { formatPlural } from '@/lib/format'

/** A detector and a category as one choice. */
export const ofValue = ({ detector, category }: Pick<Scored, 'detector' | 'category'>) =>
  `${category}:${detector}`

/** Which detector's scores are shown: part of the address. */
export function OfForm({ scored, chosen }: { scored: readonly Scored[]; chosen: Scored }) {
  return (
    <form method="get" className="mb-6 flex flex-wrap items-end gap-3">
      <Field id="of" label="Detector and category">
        {(control) => (
          <Select
            name="of"
            defaultValue={ofValue(chosen)}
            options={scored.map((one) => ({
              value: ofValue(one),
              label: `${one.detector} · ${one.categoryLabel} (${formatPlural(one.cases, 'open case')})`,
            }))}
            {...control}
          />
        )}
      </Field>
      <Button type="submit">Show</Button>
    </form>
  )
}
