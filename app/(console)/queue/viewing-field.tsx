'use client'

import type { FormEvent } from 'react'
import { useT } from '#i18n'
import { useFormField } from '@/components/form/form-context'
import { type Viewing, WAYS } from '@/lib/review/viewing'

type Category = { id: string; label: string }

/**
 * How texts of each category are shown: a table of ticks, sent as `viewing[]`. `own`: categories that are set here, by a person for
 * themselves or by the leads of a dataset, sent as `viewOwn[]`; the others are shown as set above. Its page hands over `viewing` of the
 * messages.
 */
export function ViewingField({
  categories,
  viewing,
  own,
  here = false,
  hint,
}: {
  categories: readonly Category[]
  viewing: Viewing
  own?: ReadonlySet<string>
  /** It is a dataset's. */
  here?: boolean
  hint?: string
}) {
  const t = useT('viewing')
  const { id } = useFormField('viewing')
  const sent = { ways: useFormField('viewing[]').value, own: useFormField('viewOwn[]').value }
  const isTicked = (category: string, way: (typeof WAYS)[number]) =>
    sent.ways === undefined
      ? viewing[category]?.includes(way)
      : sent.ways.split(',').includes(`${category}:${way}`)
  return (
    <fieldset id={id} className="min-w-0">
      <legend className="text-sm font-medium">{t('field.legend')}</legend>
      <p className="mt-1 text-sm text-ink-soft">{t('whatHelps')}</p>
      <dl className="my-3 grid grid-cols-[auto_1fr] gap-x-4 gap-y-1 text-sm text-ink-soft">
        {WAYS.map((way) => (
          <div key={way} className="contents">
            <dt className="font-medium text-ink">{t(`way.${way}.label`)}</dt>
            <dd>{t(`way.${way}.what`)}</dd>
          </div>
        ))}
      </dl>
      {hint ? <p className="mb-3 text-sm text-ink-soft">{hint}</p> : null}
      <div className="overflow-x-auto" tabIndex={0} role="region" aria-label={t('field.table')}>
        <table className="w-full text-sm">
          <thead>
            <tr className="border-b border-line-strong text-xs text-ink-soft">
              <th scope="col" className="py-2 pe-2 text-start font-medium">
                {t('field.category')}
              </th>
              {own ? (
                <th scope="col" className="px-1 py-2 font-medium">
                  {here ? t('field.here') : t('field.own')}
                </th>
              ) : null}
              {WAYS.map((way) => (
                <th key={way} scope="col" className="px-1 py-2 font-medium">
                  {t(`way.${way}.label`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody onChange={keepTogether}>
            {categories.map(({ id: category, label }) => (
              <tr key={category} className="border-b border-line">
                <th scope="row" className="py-1.5 pe-2 text-start font-normal">
                  {label}
                </th>
                {own ? (
                  <Tick
                    name="viewOwn[]"
                    value={category}
                    label={
                      here
                        ? t('field.hereTick', { category: label })
                        : t('field.ownTick', { category: label })
                    }
                    isTicked={
                      sent.own === undefined ? own.has(category) : sent.own.split(',').includes(category)
                    }
                  />
                ) : null}
                {WAYS.map((way) => (
                  <Tick
                    key={way}
                    name="viewing[]"
                    value={`${category}:${way}`}
                    label={t(`field.tick.${way}`, { category: label })}
                    isTicked={isTicked(category, way) ?? false}
                  />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </fieldset>
  )
}

/** Who ticks a way has set something for its category; who takes that back has set none of its ways. */
function keepTogether({ target }: FormEvent<HTMLTableSectionElement>) {
  if (!(target instanceof HTMLInputElement)) return
  const ticks = [...(target.closest('tr')?.querySelectorAll<HTMLInputElement>('input') ?? [])]
  const own = ticks.find(({ name }) => name === 'viewOwn[]')
  if (!own) return
  if (target !== own) own.checked ||= target.checked
  else if (!own.checked) for (const tick of ticks) tick.checked = false
}

function Tick({
  name,
  value,
  label,
  isTicked,
}: {
  name: string
  value: string
  label: string
  isTicked: boolean
}) {
  return (
    <td className="px-1 text-center">
      <label className="inline-flex size-8 items-center justify-center">
        <input
          type="checkbox"
          name={name}
          value={value}
          aria-label={label}
          defaultChecked={isTicked}
          className="size-4 accent-accent"
        />
      </label>
    </td>
  )
}
