import type { Metadata } from 'next'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader, Section } from '@/components/ui/page-header'
import { listDraws } from '@/lib/audit-draw/queries'
import { can } from '@/lib/auth/permissions'
import { requireMemberPage } from '@/lib/auth/session'
import { datasetOptions } from '@/lib/datasets/options'
import { getT } from '@/lib/i18n/server'
import { paths } from '@/lib/paths'
import { AnnounceForm } from './announce-form'
import { DrawTable } from './draw-table'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getT('audit.list')
  return { title: t('title') }
}

export default async function DrawsPage() {
  const actor = await requireMemberPage(paths.draws())
  const [draws, datasets, t] = await Promise.all([listDraws(), datasetOptions(), getT('audit')])
  const everywhere = can(actor, 'draw.announce_site')
  const own = datasets.filter(({ id }) => everywhere || can(actor, 'draw.announce', id))
  return (
    <>
      <PageHeader
        title={t('list.title')}
        lead={t('list.lead')}
        trail={[{ href: paths.audit(), label: t('title') }]}
      />
      <Section title={t('list.section')}>
        {draws.length === 0 ? (
          <EmptyState title={t('list.none.title')}>{t('list.none.text')}</EmptyState>
        ) : (
          <DrawTable draws={draws} />
        )}
      </Section>
      {own.length > 0 ? (
        <Section title={t('list.announce')}>
          <AnnounceForm datasets={own} everywhere={everywhere} />
        </Section>
      ) : null}
    </>
  )
}
