import { useT } from '#i18n'

/** Severity 1 to 4 as a row of filled bars; the word is read out and, with `word`, shown. */
export function Severity({ level, word = false }: { level: 1 | 2 | 3 | 4; word?: boolean }) {
  const t = useT('forms.severity')
  return (
    <span
      className="inline-flex items-center gap-1.5 text-xs whitespace-nowrap text-ink-soft"
      title={t('named', { word: t(`${level}`) })}
    >
      <svg viewBox="0 0 18 12" aria-hidden="true" className="h-3 w-4.5">
        {[1, 2, 3, 4].map((step) => (
          <rect
            key={step}
            x={(step - 1) * 4.75}
            y={12 - step * 3}
            width="3.25"
            height={step * 3}
            className={step <= level ? (level >= 3 ? 'fill-bad' : 'fill-ink-soft') : 'fill-line'}
          />
        ))}
      </svg>
      <span className={word ? undefined : 'sr-only'}>
        <span className="sr-only">{t('severity')} </span>
        {t(`${level}`)}
      </span>
    </span>
  )
}
