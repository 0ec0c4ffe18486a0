import { useT } from '#i18n'
import { type Locale, LOCALES } from '@/lib/i18n/locales'

/** The language, each by its own name. A form, so that it works without JavaScript: it posts to /locale and comes back. */
export function LocaleChoice({ locale }: { locale: Locale }) {
  const t = useT('shell')
  return (
    <form method="post" action="/locale" className="no-print text-xs">
      <div role="group" aria-label={t('language')} className="flex">
        {Object.entries(LOCALES).map(([value, { name }]) => (
          <button
            key={value}
            name="locale"
            value={value}
            lang={value}
            aria-pressed={locale === value}
            className="border border-line px-2 py-1 text-ink-soft not-first:border-s-0 first:rounded-s-md last:rounded-e-md hover:text-ink aria-pressed:bg-surface aria-pressed:font-medium aria-pressed:text-ink"
          >
            {name}
          </button>
        ))}
      </div>
    </form>
  )
}
