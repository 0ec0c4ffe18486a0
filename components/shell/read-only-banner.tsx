import { useT } from '#i18n'

/** On every page of an instance that was restored from a backup older than its log. */
export function ReadOnlyBanner() {
  const t = useT('shell')
  return (
    <p role="status" className="border-b border-warn bg-warn-soft px-4 py-2 text-sm text-ink md:px-6">
      {t.rich('readOnly', { strong: (text) => <strong className="font-semibold">{text}</strong> })}
    </p>
  )
}
