import type { ReactNode } from 'react'
import { cookies } from 'next/headers'
import { PublicShell } from '@/components/shell/public-shell'
import { THEME_COOKIE, themeOf } from '@/components/shell/viewer'
import { currentActor } from '@/lib/auth/session'
import { paths } from '@/lib/paths'

const nav = [
  { href: paths.datasets(), label: 'Datasets' },
  { href: paths.takedowns(), label: 'Takedowns' },
  { href: paths.log(), label: 'Log' },
]

export default async function PublicLayout({ children }: { children: ReactNode }) {
  const actor = await currentActor()
  const theme = themeOf((await cookies()).get(THEME_COOKIE)?.value)
  return (
    <PublicShell
      nav={actor ? [...nav, { href: paths.triage(), label: 'Triage' }] : nav}
      viewer={actor ? { name: actor.name, detail: actor.pseudonym } : null}
      theme={theme}
    >
      {children}
    </PublicShell>
  )
}
