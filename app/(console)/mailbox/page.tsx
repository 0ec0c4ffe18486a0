import type { Metadata } from 'next'
import Link from 'next/link'
import { Callout } from '@/components/ui/callout'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { StatusBadge } from '@/components/ui/status-badge'
import { Table, TableBody, TableHead, Td, Th, Tr } from '@/components/ui/table'
import { Timestamp } from '@/components/ui/timestamp'
import { requireMemberPage } from '@/lib/auth/session'
import { orNotFound } from '@/lib/http/or-not-found'
import { PROGRESS, STATE } from '@/lib/mail/labels'
import { mailbox, mailIsHeld } from '@/lib/mail/queries'
import { paths } from '@/lib/paths'

export const metadata: Metadata = { title: 'Mailbox' }

export default async function MailboxPage() {
  const actor = await requireMemberPage(paths.mailbox())
  const letters = await orNotFound(mailbox(actor))
  return (
    <>
      <PageHeader
        title="Mailbox"
        lead="Letters this instance writes to people who send requests. One that has left is erased here."
      />
      {mailIsHeld() ? (
        <div className="mb-6">
          <Callout tone="note" title="No mail leaves this instance">
            Without SMTP_URL every letter is held here for you to read. The links in them open what they would
            open for their readers.
          </Callout>
        </div>
      ) : null}
      {letters.length === 0 ? (
        <EmptyState title="No letters yet">
          The first one is written when somebody sends a request.
        </EmptyState>
      ) : (
        <Table caption="Letters, newest first">
          <TableHead>
            <Th>Subject</Th>
            <Th>To</Th>
            <Th>State</Th>
            <Th align="end">Written</Th>
          </TableHead>
          <TableBody>
            {letters.map(({ id, letter, template, state, lastError, createdAt }) => (
              <Tr key={id}>
                <Td>
                  {letter ? (
                    <Link href={paths.mailMessage(id)} className="link">
                      {letter.subject}
                    </Link>
                  ) : (
                    <span className="text-ink-soft">{template}</span>
                  )}
                </Td>
                <Td label="To" className="wrap-anywhere">
                  {letter?.to ?? <span className="text-ink-soft">erased</span>}
                </Td>
                <Td label="State">
                  <StatusBadge progress={PROGRESS[state]}>{STATE[state]}</StatusBadge>
                  {lastError && state !== 'sent' ? (
                    <span className="block text-ink-soft">{lastError}</span>
                  ) : null}
                </Td>
                <Td label="Written" align="end">
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
