import type { Metadata } from 'next'
import { DescriptionList } from '@/components/ui/description-list'
import { PageHeader } from '@/components/ui/page-header'
import { StatusBadge } from '@/components/ui/status-badge'
import { Timestamp } from '@/components/ui/timestamp'
import { requireMemberPage } from '@/lib/auth/session'
import { getT } from '@/lib/i18n/server'
import { orNotFound } from '@/lib/http/or-not-found'
import { PROGRESS } from '@/lib/mail/labels'
import { mailboxLetter } from '@/lib/mail/queries'
import { paths } from '@/lib/paths'
import { LetterText } from './letter-text'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getT('mailbox')
  return { title: t('letter') }
}

export default async function LetterPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params
  const actor = await requireMemberPage(paths.mailMessage(id))
  const [{ letter, origin, state, createdAt, lastError }, t] = await Promise.all([
    orNotFound(mailboxLetter(actor, id)),
    getT('mailbox'),
  ])
  return (
    <>
      <PageHeader
        trail={[{ href: paths.mailbox(), label: t('title') }]}
        title={letter ? <span lang={letter.language}>{letter.subject}</span> : t('gone')}
        badges={<StatusBadge progress={PROGRESS[state]}>{t(`state.${state}`)}</StatusBadge>}
      />
      <DescriptionList
        items={[
          { term: t('to'), detail: letter?.to ?? t('erased') },
          { term: t('written'), detail: <Timestamp at={createdAt} show="full" /> },
          ...(lastError ? [{ term: t('lastAttempt'), detail: lastError }] : []),
        ]}
      />
      {letter ? <LetterText text={letter.text} language={letter.language} origin={origin} /> : null}
    </>
  )
}
