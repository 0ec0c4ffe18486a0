import type { ReactNode } from 'react'
import { cookies } from 'next/headers'
import { PublicShell } from '@/components/shell/public-shell'
import { THEME_COOKIE, themeOf } from '@/components/shell/viewer'
import { currentActor } from '@/lib/auth/session'
import { localeOfReader } from '@/lib/i18n/say'
import { getT } from '@/lib/i18n/server'
import { paths } from '@/lib/paths'

export default async function PublicLayout({ children }: { children: ReactNode }) {
  const actor = await currentActor()
  const t = await getT('shell.nav')
  const nav = [
    { href: paths.datasets(), label: t('datasets') },
    { href: paths.takedowns(), label: t('takedowns') },
    { href: paths.log(), label: t('log') },
  ]
  const theme = themeOf((await cookies()).get(THEME_COOKIE)?.value)
  return (
    <PublicShell
      nav={actor ? [...nav, { href: paths.triage(), label: t('triage') }] : nav}
      viewer={actor ? { name: actor.name, detail: actor.pseudonym } : null}
      theme={theme}
      locale={localeOfReader()}
    >
      {children}
    </PublicShell>
  )
}
