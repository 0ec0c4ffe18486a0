import type { ReactNode } from 'react'
import { cookies } from 'next/headers'
import { KeymapProvider } from '@/components/keys/keymap'
import { ConsoleShell } from '@/components/shell/console-shell'
import { THEME_COOKIE, themeOf } from '@/components/shell/viewer'
import { ToastProvider } from '@/components/ui/toast'
import type { Member } from '@/lib/auth/actor'
import { can, datasetsWhere } from '@/lib/auth/permissions'
import { currentActor } from '@/lib/auth/session'
import { localeOfReader } from '@/lib/i18n/say'
import { getT } from '@/lib/i18n/server'
import { paths } from '@/lib/paths'
import { keymapOf } from '@/lib/keyboard/preferences'
import { USUAL_KEYS } from '@/lib/keyboard/labels'

/** The frame only: a layout is not run again on each navigation, so every page asks for itself who is there. */
export default async function ConsoleLayout({ children }: { children: ReactNode }) {
  const actor = await currentActor()
  const theme = themeOf((await cookies()).get(THEME_COOKIE)?.value)
  const keymap = actor ? await keymapOf(actor) : USUAL_KEYS
  return (
    <ToastProvider>
      <ConsoleShell
        nav={actor ? await navFor(actor) : []}
        viewer={actor ? { name: actor.name, detail: actor.pseudonym } : null}
        theme={theme}
        locale={localeOfReader()}
      >
        <KeymapProvider keymap={keymap}>{children}</KeymapProvider>
      </ConsoleShell>
    </ToastProvider>
  )
}

/** The places somebody can do something in; what would only refuse them is left out. */
async function navFor(member: Member) {
  const t = await getT('shell.nav')
  return [
    { href: paths.queues(), label: t('queue'), shown: datasetsWhere(member, 'case.review').length > 0 },
    {
      href: paths.triage(),
      label: t('triage'),
      shown: datasetsWhere(member, 'case.view').length > 0 || can(member, 'restricted.handle'),
    },
    {
      href: paths.requests(),
      label: t('takedowns'),
      shown: can(member, 'restricted.handle') || datasetsWhere(member, 'takedown.view').length > 0,
    },
    { href: paths.datasets(), label: t('datasets'), shown: true },
    {
      href: paths.metrics(),
      label: t('metrics'),
      shown: can(member, 'metrics.view_all') || datasetsWhere(member, 'metrics.view').length > 0,
    },
    {
      href: paths.reports(),
      label: t('reports'),
      shown: can(member, 'report.export_all') || datasetsWhere(member, 'report.export').length > 0,
    },
    { href: paths.audit(), label: t('audit'), shown: true },
    {
      href: paths.team(),
      label: t('team'),
      shown: can(member, 'people.manage') || datasetsWhere(member, 'team.view').length > 0,
    },
    { href: paths.erasures(), label: t('erasures'), shown: can(member, 'content.erase') },
    { href: paths.mailbox(), label: t('mailbox'), shown: can(member, 'mailbox.read') },
  ].filter((item) => item.shown)
}
