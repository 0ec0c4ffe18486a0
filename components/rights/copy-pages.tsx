import { useT } from '#i18n'
import { Pager } from '@/components/ui/pager'
import type { Copy } from '@/lib/takedowns/answer-copy'

/** Which rows of a long copy a page shows, and the way to the others; nothing of a copy that is on one page. */
export function CopyPages({
  pages: { from, to, all, earlier, later },
  href,
}: {
  pages: Copy['pages']
  href: (from: number) => string
}) {
  const t = useT('rights.copy')
  if (earlier === null && later === null) return null
  return (
    <Pager
      newerHref={earlier === null ? null : href(earlier)}
      olderHref={later === null ? null : href(later)}
      newer={t('earlier')}
      older={t('later')}
    >
      {t('pages', { from: from + 1, to, all })}
    </Pager>
  )
}
