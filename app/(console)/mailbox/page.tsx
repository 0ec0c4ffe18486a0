import type { Metadata } from 'next'
import { Callout } from '@/components/ui/callout'
import { EmptyState } from '@/components/ui/empty-state'
import { Link } from '@/components/ui/link'
import { PageHeader } from '@/components/ui/page-header'
import { StatusBadge } from '@/components/ui/status-badge'
import { Table, TableBody, TableHead, Td, Th, Tr } from '@/components/ui/table'
import { Timestamp } from '@/components/ui/timestamp'
import { requireMemberPage } from '@/lib/auth/session'
import { getT } from '@/lib/i18n/server'
import { orNotFound } from '@/lib/http/or-not-found'
import { PROGRESS } from '@/lib/mail/labels'
import { mailbox, mailIsHeld } from '@/lib/mail/queries'
import { paths } from '@/lib/paths'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getT('mailbox')
  return { title: t('title') }
}

export default async function MailboxPage() {
  const actor = await requireMemberPage(paths.mailbox())
  const [letters, t] = await Promise.all([orNotFound(mailbox(actor)), getT('mailbox')])
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} />
      {mailIsHeld() ? (
        <div className="mb-6">
          <Callout tone="note" title={t('held.title')}>
            {t('held.text')}
          </Callout>
        </div>
      ) : null}
      {letters.length === 0 ? (
        <EmptyState title={t('none.title')}>{t('none.text')}</EmptyState>
      ) : (
        <Table caption={t('caption')}>
          <TableHead>
            <Th>{t('subject')}</Th>
            <Th>{t('to')}</Th>
            <Th>{t('stateHead')}</Th>
            <Th align="end">{t('written')}</Th>
          </TableHead>
          <TableBody>
            {letters.map(({ id, letter, template, state, lastError, createdAt }) => (
              <Tr key={id}>
                <Td>
                  {letter ? (
                    <Link href={paths.mailMessage(id)} className="link" lang={letter.language}>
                      {letter.subject}
                    </Link>
                  ) : (
                    <span className="text-ink-soft">{template}</span>
                  )}
                </Td>
                <Td label={t('to')} className="wrap-anywhere">
                  {letter?.to ?? <span className="text-ink-soft">{t('erased')}</span>}
                </Td>
                <Td label={t('stateHead')}>
                  <StatusBadge progress={PROGRESS[state]}>{t(`state.${state}`)}</StatusBadge>
                  {lastError && state !== 'sent' ? (
                    <span className="block text-ink-soft">{lastError}</span>
                  ) : null}
                </Td>
                <Td label={t('written')} align="end">
                  <Timestamp at={createdAt} />
                </Td>
              </Tr>
            ))}
          </TableBody>
        </Table>
      )}
    </>
  )
}
