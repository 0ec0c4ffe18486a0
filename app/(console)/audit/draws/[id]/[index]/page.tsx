import type { Metadata } from 'next'
import { ActionButton } from '@/components/form/action-button'
import { Callout } from '@/components/ui/callout'
import { Link } from '@/components/ui/link'
import { PageHeader } from '@/components/ui/page-header'
import { drawnView, shownSentence } from '@/lib/audit-draw/drawn-entry'
import { requireMemberPage } from '@/lib/auth/session'
import { orNotFound } from '@/lib/http/or-not-found'
import { getT } from '@/lib/i18n/server'
import { paths } from '@/lib/paths'
import { openDrawnAction } from '../../actions'
import { Opened } from './opened'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getT('audit.entry')
  return { title: t('title') }
}

export default async function DrawnEntryPage({ params }: PageProps<'/audit/draws/[id]/[index]'>) {
  const { id, index } = await params
  const actor = await requireMemberPage(paths.draw(id))
  const { draw, entry, opened } = await orNotFound(
    drawnView(actor, id, /^\d{1,15}$/.test(index) ? Number(index) : -1),
  )
  const t = await getT('audit')
  return (
    <>
      <PageHeader
        title={t('entry.number', { index: entry.index })}
        lead={opened?.sentence ?? shownSentence(entry)}
        trail={[
          { href: paths.audit(), label: t('title') },
          { href: paths.draws(), label: t('list.section') },
          { href: paths.draw(draw.id), label: draw.dataset?.name ?? t('table.everywhere') },
        ]}
      />
      {opened ? (
        <Opened decision={opened} />
      ) : entry.state === 'open' ? (
        <div className="flex max-w-prose flex-col gap-4">
          <p>{t('entry.open.text')}</p>
          <ActionButton
            action={openDrawnAction}
            fields={{ drawId: draw.id, index: String(entry.index) }}
            kind="primary"
            pendingLabel={t('entry.open.pending')}
          >
            {t('entry.open.action')}
          </ActionButton>
        </div>
      ) : (
        <Callout title={t(`entry.${entry.state}.title`)}>{t(`entry.${entry.state}.text`)}</Callout>
      )}
      <p className="mt-6 text-sm">
        <Link href={paths.logEntry(entry.index)} className="link">
          {t('entry.public')}
        </Link>
      </p>
    </>
  )
}
