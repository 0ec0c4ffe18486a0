import type { ReactNode } from 'react'
import { useT } from '#i18n'
import type { Stretch } from '@/lib/takedowns/stretch'
import { Pager } from './pager'

/** Which part of a long list a page shows, and the way to the others; nothing of a list that is on one page. */
export function StretchPager({
  stretch: { from, to, all, earlier, later },
  href,
  children,
}: {
  stretch: Stretch
  href: (from: number) => string
  children?: ReactNode
}) {
  const t = useT('forms.stretch')
  if (earlier === null && later === null) return null
  return (
    <Pager
      newerHref={earlier === null ? null : href(earlier)}
      olderHref={later === null ? null : href(later)}
      newer={t('earlier')}
      older={t('later')}
    >
      {children ?? t('shown', { from: from + 1, to, all })}
    </Pager>
  )
}
