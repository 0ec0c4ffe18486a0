import type { Metadata } from 'next'
import Link from 'next/link'
import { ActionButton } from '@/components/form/action-button'
import { Callout } from '@/components/ui/callout'
import { PageHeader } from '@/components/ui/page-header'
import { drawnView, shownSentence } from '@/lib/audit-draw/drawn-entry'
import { requireMemberPage } from '@/lib/auth/session'
import { formatCount } from '@/lib/format'
import { orNotFound } from '@/lib/http/or-not-found'
import { paths } from '@/lib/paths'
import { openDrawnAction } from '../../actions'
import { Opened } from './opened'

export const metadata: Metadata = { title: 'Drawn entry' }

export default async function DrawnEntryPage({ params }: PageProps<'/audit/draws/[id]/[index]'>) {
  const { id, index } = await params
  const actor = await requireMemberPage(paths.draw(id))
  const { draw, entry, opened } = await orNotFound(
    drawnView(actor, id, /^\d{1,15}$/.test(index) ? Number(index) : -1),
  )
  return (
    <>
      <PageHeader
        title={`Entry ${formatCount(entry.index)}`}
        lead={opened?.sentence ?? shownSentence(entry)}
        trail={[
          { href: paths.audit(), label: 'Audit' },
          { href: paths.draws(), label: 'Draws' },
          { href: paths.draw(draw.id), label: draw.dataset?.name ?? 'All datasets' },
        ]}
      />
      {opened ? (
        <Opened decision={opened} />
      ) : entry.state === 'open' ? (
        <div className="flex max-w-prose flex-col gap-4">
          <p>
            Opening it shows the text, what was decided about it and why. That you opened it is recorded, and
            stays on record.
          </p>
          <ActionButton
            action={openDrawnAction}
            fields={{ drawId: draw.id, index: String(entry.index) }}
            kind="primary"
            pendingLabel="Opening…"
          >
            Open this entry
          </ActionButton>
        </div>
      ) : (
        <Callout
          title={entry.state === 'sealed' ? 'For the safety officer' : 'What opened this entry was destroyed'}
        >
          {entry.state === 'sealed'
            ? 'It is about something restricted. That it was drawn is for you to know; what it says is for a safety officer to check.'
            : 'Its proofs stay valid, and an entry of the log says that it was erased.'}
        </Callout>
      )}
      <p className="mt-6 text-sm">
        <Link href={paths.logEntry(entry.index)} className="link">
          What everybody sees of this entry
        </Link>
      </p>
    </>
  )
}
