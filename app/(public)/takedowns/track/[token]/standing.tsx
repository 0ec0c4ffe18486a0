import type { ReactNode } from 'react'
import { useLocale, useT } from '#i18n'
import { Visible } from '@/components/item/visible'
import { Callout } from '@/components/ui/callout'
import { formatDate } from '@/lib/format'
import type { Standing as View } from '@/lib/takedowns/process-view'
import { isRejection } from '@/lib/takedowns/rejections'
import type { TrackingView } from '@/lib/takedowns/tracking'
import { IdentityForm } from './identity-form'
import { InfoForm } from './info-form'

/** What the requester has to do now, or what it waits for: the first thing on the page, when there is something. */
export function Standing({ token, view }: { token: string; view: TrackingView }) {
  const t = useT('process.track')
  const process = useT('process')
  const locale = useLocale()
  const { status, standing } = view
  const date = (at: Date | null) => (at ? formatDate(at, false, locale) : '')
  switch (status) {
    case 'needs_info':
      return (
        <Now title={t('needed')} standing={standing}>
          <p>{t('asked')}</p>
          <InfoForm token={token} standing={standing} files={!view.restricted} />
          <p className="text-ink-soft">{t('closes', { date: date(standing.closes) })}</p>
        </Now>
      )
    case 'needs_identity':
      return (
        <Now title={t('identity')} standing={standing}>
          <IdentityForm token={token} proof={standing.proof} />
          <p className="text-ink-soft">{t('closes', { date: date(standing.closes) })}</p>
        </Now>
      )
    case 'on_hold': {
      const why = standing.reason === 'litigation' ? 'litigation' : 'court_order'
      return (
        <Now title={t('held')} standing={standing}>
          <p>{t('heldText', { why: process(`held.${why}`) })}</p>
        </Now>
      )
    }
    case 'rejected':
      return (
        <Now title={t('rejected')} standing={standing}>
          <p>{isRejection(standing.reason) ? process(`rejected.${standing.reason}`) : null}</p>
        </Now>
      )
    case 'owner_notified':
      return (
        <Now title={t('owner')} standing={standing}>
          <p>{t('ownerText', { date: date(standing.ownerUntil) })}</p>
        </Now>
      )
    case 'duplicate':
      return <p className="text-base">{t('duplicate')}</p>
    case 'under_review':
      return <p className="text-base">{t(standing.second ? 'second' : 'nothing')}</p>
    case 'received':
      return <p className="text-base">{t('nothing')}</p>
    default:
      return null
  }
}

function Now({ title, standing, children }: { title: string; standing: View; children: ReactNode }) {
  const t = useT('process.track')
  return (
    <section className="flex flex-col gap-4 text-base">
      <h2 className="text-xl">{title}</h2>
      {standing.words ? (
        <Callout tone="note" title={t('wrote')}>
          <p className="whitespace-pre-wrap">
            <Visible text={standing.words} />
          </p>
        </Callout>
      ) : null}
      {children}
    </section>
  )
}
