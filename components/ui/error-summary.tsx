import type { Ref } from 'react'
import { useT } from '#i18n'

export type SummaryError = { href?: string; text: string }

/** What is wrong with a form, at its top, each line leading to its field (GOV.UK error summary). */
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
  if (errors.length === 0) return null
  return (
    <div ref={ref} tabIndex={-1} role="alert" className="rounded-md border-2 border-bad bg-surface px-4 py-3">
      <h2 className="text-base font-semibold text-ink">{title ?? t('problem')}</h2>
      <ul className="mt-1 flex flex-col gap-1 text-sm">
        {errors.map((error) => (
          <li key={`${error.href ?? ''}${error.text}`} className="font-medium text-bad">
            {error.href ? (
              <a href={error.href} className="underline underline-offset-3 hover:decoration-2">
                {error.text}
              </a>
            ) : (
              error.text
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}
