import { type Ref, useId } from 'react'
import { useT } from '#i18n'

export type SummaryError = { href?: string; text: string }

/**
 * What is wrong with a form, at its top, each line leading to its field (GOV.UK error summary). No alert: it gets the focus, and an
 * alert that has the focus is read out twice, its lines in no order.
 */
export function ErrorSummary({
  title,
  errors,
  ref,
}: {
  title?: string
  errors: readonly SummaryError[]
  ref?: Ref<HTMLDivElement>
}) {
  const t = useT('forms')
  const id = useId()
  if (errors.length === 0) return null
  return (
    <div
      ref={ref}
      tabIndex={-1}
      role="group"
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-errors`}
      data-problems
      className="rounded-md border-2 border-bad bg-surface px-4 py-3"
    >
      <h2 id={`${id}-title`} className="text-base font-semibold text-ink">
        {title ?? t('problem')}
      </h2>
      <ul id={`${id}-errors`} className="mt-2 flex flex-col gap-2 text-sm">
        {errors.map((error) => (
          <li key={`${error.href ?? ''}${error.text}`} className="font-medium text-bad">
            {error.href ? (
              <a href={error.href} className="underline underline-offset-3 hover:decoration-2">
                {error.text}
              </a>
            ) : (
              error.text
            )}
            {/* A pause between one line and the next. */}
            <span className="sr-only">. </span>
          </li>
        ))}
      </ul>
    </div>
  )
}
