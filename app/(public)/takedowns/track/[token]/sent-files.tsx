import { useT } from '#i18n'
import { Visible } from '@/components/item/visible'
import type { TrackingView } from '@/lib/takedowns/tracking'
import { formatBytes } from '@/lib/format'

/** What arrived, so that its sender can compare; never the files. */
export function SentFiles({ files }: { files: TrackingView['files'] }) {
  const t = useT('attachments')
  if (files.length === 0) return null
  return (
    <section className="text-base">
      <h2 className="mb-4 text-xl">{t('yours.title')}</h2>
      <ul className="divide-y divide-line border-y border-line">
        {files.map(({ n, name, mediaType, size, pages, sha256 }) => (
          <li key={n} className="py-3 wrap-anywhere">
            <p>
              <Visible text={name} />
              {' · '}
              <span className="text-ink-soft">
                {t(`type.${mediaType}`)}, {formatBytes(size)}
                {pages === null ? null : `, ${t('pages', { n: pages })}`}
              </span>
            </p>
            <p className="mt-1 text-sm text-ink-soft">
              {t('fingerprint')}: <code className="font-mono">{sha256}</code>
            </p>
          </li>
        ))}
      </ul>
      <p className="mt-3 text-ink-soft">{t('yours.text')}</p>
    </section>
  )
}
