import { useT } from '#i18n'
import { Callout } from '@/components/ui/callout'
import { Timestamp } from '@/components/ui/timestamp'
import { paths } from '@/lib/paths'
import type { ReleaseView } from '@/lib/releases/queries'

/** What had to be said of a release since it was published. */
export function Notices({ release }: { release: ReleaseView }) {
  const t = useT('releases')
  return release.notices.map(({ kind, reason, at }) => (
    <Callout key={kind} tone="bad" title={t(`notice.${kind}.title`)}>
      {reason ? <p className="whitespace-pre-line wrap-anywhere">{reason}</p> : null}
      <p>
        {t.rich('page.notice.use', {
          link: (words) => <a href={paths.dataset(release.dataset.slug)}>{words}</a>,
        })}{' '}
        {release.removed ? t('page.notice.gone') : t('page.notice.stay')}
      </p>
      <p className="text-sm">
        {t.rich('page.notice.said', { at: () => <Timestamp at={new Date(at)} show="full" /> })}
      </p>
    </Callout>
  ))
}
