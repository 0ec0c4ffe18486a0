import type { Metadata } from 'next'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader, Section } from '@/components/ui/page-header'
import { listDraws } from '@/lib/audit-draw/queries'
import { can } from '@/lib/auth/permissions'
import { requireMemberPage } from '@/lib/auth/session'
import { datasetOptions } from '@/lib/datasets/options'
import { paths } from '@/lib/paths'
import { AnnounceForm } from './announce-form'
import { DrawTable } from './draw-table'

export const metadata: Metadata = { title: 'Audit draws' }

export default async function DrawsPage() {
  const actor = await requireMemberPage(paths.draws())
  const [draws, datasets] = await Promise.all([listDraws(), datasetOptions()])
  const everywhere = can(actor, 'draw.announce_site')
  const own = datasets.filter(({ id }) => everywhere || can(actor, 'draw.announce', id))
  return (
    <>
      <PageHeader
        title="Audit draws"
        lead="The log proves that no decision was changed, not that it was right. For that, some are drawn by lot and auditors read them whole: the text, the reason, the policy, the votes."
        trail={[{ href: paths.audit(), label: 'Audit' }]}
      />
      <Section title="Draws">
        {draws.length === 0 ? (
          <EmptyState title="Nothing has been drawn yet">
            A draw takes decisions made since the last one. Nobody can know beforehand which.
          </EmptyState>
        ) : (
          <DrawTable draws={draws} />
        )}
      </Section>
      {own.length > 0 ? (
        <Section title="Have decisions drawn">
          <AnnounceForm datasets={own} everywhere={everywhere} />
        </Section>
      ) : null}
    </>
  )
}
