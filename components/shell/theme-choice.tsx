'use client'

import { type FormEvent, useState } from 'react'
import { useT } from '#i18n'
import { THEME_COOKIE, type Theme, themeOf } from './viewer'

const YEAR = 365 * 24 * 60 * 60
const CHOICES: readonly Theme[] = ['system', 'light', 'dark']

/**
 * Light, dark, or as the system says. The choice is a cookie that the server reads, so the first paint is right and no
 * inline script is needed; without JavaScript the form posts to /theme and comes back.
 */
export function ThemeChoice({ theme }: { theme: Theme }) {
  const t = useT('shell.colours')
  const [chosen, setChosen] = useState(theme)

  function choose(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const submitter = event.nativeEvent instanceof SubmitEvent ? event.nativeEvent.submitter : null
    const next = themeOf(submitter?.getAttribute('value') ?? undefined)
    document.cookie = `${THEME_COOKIE}=${next}; path=/; max-age=${YEAR}; samesite=lax`
    if (next === 'system') delete document.documentElement.dataset['theme']
    else document.documentElement.dataset['theme'] = next
    setChosen(next)
  }

  return (
    <form method="post" action="/theme" onSubmit={choose} className="no-print text-xs">
      <div role="group" aria-label={t('label')} className="flex">
        {CHOICES.map((value) => (
          <button
            key={value}
            name="theme"
            value={value}
            aria-pressed={chosen === value}
            className="border border-line px-2 py-1 text-ink-soft not-first:border-s-0 first:rounded-s-md last:rounded-e-md hover:text-ink aria-pressed:bg-surface aria-pressed:font-medium aria-pressed:text-ink"
          >
            {t(value)}
          </button>
        ))}
      </div>
    </form>
  )
}
