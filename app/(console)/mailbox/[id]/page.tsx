import type { Metadata } from 'next'
import { DescriptionList } from '@/components/ui/description-list'
import { PageHeader } from '@/components/ui/page-header'
import { StatusBadge } from '@/components/ui/status-badge'
import { Timestamp } from '@/components/ui/timestamp'
import { requireMemberPage } from '@/lib/auth/session'
import { orNotFound } from '@/lib/http/or-not-found'
import { PROGRESS, STATE } from '@/lib/mail/labels'
import { mailboxLetter } from '@/lib/mail/queries'
import { paths } from '@/lib/paths'
import { LetterText } from './letter-text'

export const metadata: Metadata = { title: 'Letter' }

export default async function LetterPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params
  const actor = await requireMemberPage(paths.mailMessage(id))
  const { letter, origin, state, createdAt, lastError } = await orNotFound(mailboxLetter(actor, id))
  return (
    <>
      <PageHeader
        trail={[{ href: paths.mailbox(), label: 'Mailbox' }]}
        title={letter?.subject ?? 'A letter that has been erased'}
        badges={<StatusBadge progress={PROGRESS[state]}>{STATE[state]}</StatusBadge>}
      />
      <DescriptionList
        items={[
          { term: 'To', detail: letter?.to ?? 'erased' },
          { term: 'Written', detail: <Timestamp at={createdAt} show="full" /> },
          ...(lastError ? [{ term: 'Last attempt', detail: lastError }] : []),
        ]}
      />
      {letter ? <LetterText text={letter.text} origin={origin} /> : null}
    </>
  )
}
