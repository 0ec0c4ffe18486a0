import { useT } from '#i18n'
import { Link } from '@/components/ui/link'
import { paths } from '@/lib/paths'
import type { Viewer } from './viewer'

/** Who is signed in, or the way in. */
export function AccountMenu({ viewer }: { viewer: Viewer }) {
  const t = useT('shell')
  if (!viewer) {
    return (
      <Link
        href={paths.signIn()}
        className="text-sm font-medium text-accent underline-offset-3 hover:underline"
      >
        {t('signIn')}
      </Link>
    )
  }
  return (
    <Link
      href={paths.account()}
      className="flex min-w-0 flex-col text-sm leading-tight font-medium text-ink underline-offset-3 hover:underline"
    >
      <span className="sr-only">{t('yourAccount')}</span>
      <span className="truncate">{viewer.name}</span>
      {viewer.detail ? (
        <span className="truncate text-xs font-normal text-ink-soft">{viewer.detail}</span>
      ) : null}
    </Link>
  )
}
