'use client'

import { useT } from '#i18n'
import { useFormField } from '@/components/form/form-context'
import { FieldErrors, FieldHint } from '@/components/ui/field'
import { Input } from '@/components/ui/input'

type Category = { id: string; label: string }
type Counts = Readonly<Record<string, number>>

/**
 * How many cases of a category in a day, and after how many comes a pause from it: a table of numbers, sent as `cap.<category>` and
 * `break.<category>`. Its page hands over `limits` of the messages.
 */
export function LimitsField({
  categories,
  caps,
  breaks,
  hint,
}: {
  categories: readonly Category[]
  caps: Counts
  breaks: Counts
  hint: string
}) {
  const t = useT('limits')
  const { id } = useFormField('limits')
  return (
    <fieldset id={id} className="min-w-0">
      <legend className="text-sm font-medium">{t('legend')}</legend>
      <div className="mt-1">
        <FieldHint id={`${id}-hint`}>{hint}</FieldHint>
      </div>
      <table className="mt-2 w-full text-sm" aria-describedby={`${id}-hint`}>
        <thead>
          <tr className="border-b border-line-strong text-xs text-ink-soft">
            <th scope="col" className="py-2 pe-2 text-start font-medium">
              {t('category')}
            </th>
            <th scope="col" className="w-24 px-1 py-2 text-start font-medium">
              {t('cap')}
            </th>
            <th scope="col" className="w-24 py-2 ps-1 text-start font-medium">
              {t('break')}
            </th>
          </tr>
        </thead>
        <tbody>
          {categories.map(({ id: category, label }) => (
            <tr key={category} className="border-b border-line align-top">
              <th scope="row" className="py-3 pe-2 text-start font-normal">
                {label}
              </th>
              <Count
                name={`cap.${category}`}
                label={t('capOf', { category: label })}
                value={caps[category]}
              />
              <Count
                name={`break.${category}`}
                label={t('breakOf', { category: label })}
                value={breaks[category]}
              />
            </tr>
          ))}
        </tbody>
      </table>
    </fieldset>
  )
}

function Count({ name, label, value }: { name: string; label: string; value: number | undefined }) {
  const { id, errors, value: sent } = useFormField(name)
  const errorId = `${id}-error`
  return (
    <td className="px-1 py-1.5 last:pe-0">
      <Input
        id={id}
        name={name}
        aria-label={label}
        aria-describedby={errors.length ? errorId : undefined}
        aria-invalid={errors.length ? true : undefined}
        inputMode="numeric"
        autoComplete="off"
        defaultValue={sent ?? value ?? ''}
      />
      <FieldErrors id={errorId} errors={errors} />
    </td>
  )
}
