import { useT } from '#i18n'
import { StretchPager } from '@/components/ui/stretch-pager'
import type { Copy } from '@/lib/takedowns/answer-copy'

/** Which rows of a long copy a page shows, and that its file has all of them. */
export function CopyPages({ pages, href }: { pages: Copy['pages']; href: (from: number) => string }) {
  const t = useT('rights.copy')
  const { from, to, all } = pages
  return (
    <StretchPager stretch={pages} href={href}>
      {t('pages', { from: from + 1, to, all })}
    </StretchPager>
  )
}
