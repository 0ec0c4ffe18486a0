import { useT } from '#i18n'

/** First thing the Tab key meets: past the navigation, to the content. */
export function SkipLink({ to = 'content' }: { to?: string }) {
  const t = useT('shell')
  return (
    <a
      href={`#${to}`}
      className="no-print absolute start-2 top-2 z-50 -translate-y-16 rounded-md bg-accent px-4 py-2 font-medium text-accent-ink focus:translate-y-0"
    >
      {t('skip')}
    </a>
  )
}
