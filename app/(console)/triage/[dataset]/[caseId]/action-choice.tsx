'use client'

import { useT } from '#i18n'
import { useFormField } from '@/components/form/form-context'
import { FieldErrors } from '@/components/ui/field'
import { ACTION_ORDER } from '@/lib/review/labels'
import type { Action } from '@/lib/review/status'
import { CommandKey } from './key'

/** The five actions. On a phone they are the bar at the foot of the window, under the thumb. */
export function ActionChoice({
  chosen,
  onChoose,
  offered,
}: {
  chosen: Action | null
  onChoose: (action: Action) => void
  /** Actions that some reason of the policy allows here. */
  offered: ReadonlySet<string>
}) {
  const t = useT('decide.action')
  const labels = useT('labels.action')
  const { id, errors } = useFormField('action')
  return (
    <fieldset
      id={id}
      tabIndex={-1}
      data-bar
      className="min-w-0 max-lg:fixed max-lg:inset-x-0 max-lg:bottom-0 max-lg:z-20 max-lg:border-t max-lg:border-line-strong max-lg:bg-surface max-lg:px-2 max-lg:py-2"
    >
      <legend className="mb-1 text-sm font-medium max-lg:sr-only">{t('legend')}</legend>
      <FieldErrors id={`${id}-error`} errors={errors} />
      {/* In two rows where five words do not fit in one. */}
      <div className="flex flex-wrap gap-1 lg:grid lg:grid-cols-2 lg:gap-2">
        {ACTION_ORDER.map((action) => (
          <label
            key={action}
            title={offered.has(action) ? labels(`${action}.effect`) : t('noReason')}
            className="relative flex min-h-11 grow basis-0 items-center justify-center gap-2 rounded-md border border-line-strong bg-surface px-1 text-sm font-medium has-checked:border-accent has-checked:bg-accent has-checked:text-accent-ink has-disabled:cursor-not-allowed has-disabled:border-line has-disabled:bg-sunken has-disabled:text-ink-faint has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent lg:min-h-9 lg:justify-between lg:px-2"
          >
            <input
              type="radio"
              name="action"
              value={action}
              className="absolute inset-0 size-full opacity-0"
              checked={chosen === action}
              disabled={!offered.has(action)}
              onChange={() => {
                onChoose(action)
                showReasons()
              }}
            />
            {labels(`${action}.verb`)}
            <CommandKey of={action} />
          </label>
        ))}
      </div>
      {chosen ? (
        <p className="mt-2 text-sm text-ink-soft max-lg:sr-only">{labels(`${chosen}.effect`)}</p>
      ) : null}
    </fieldset>
  )
}

/** The bar covers the foot of a phone: what comes next is brought into sight. */
function showReasons() {
  if (window.matchMedia('(width < 64rem)').matches) {
    document.querySelector('[data-reasons]')?.scrollIntoView({ block: 'center' })
  }
}
