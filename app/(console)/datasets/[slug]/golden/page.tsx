import type { Metadata } from 'next'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader, Section } from '@/components/ui/page-header'
import { Tabs } from '@/components/ui/tabs'
import { cannot } from '@/lib/auth/cannot'
import { requireMemberPage } from '@/lib/auth/session'
import { datasetBySlug } from '@/lib/datasets/queries'
import { goldenItems, type GoldenRow, standingsIn } from '@/lib/golden/queries'
import { goldenSettingsOf, versionOfGolden } from '@/lib/golden/settings'
import { orNotFound } from '@/lib/http/or-not-found'
import { getT } from '@/lib/i18n/server'
import { paths } from '@/lib/paths'
import { GoldenTable } from './golden-table'
import { RulesForm } from './rules-form'
import { StandingTable } from './standing-table'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getT('golden')
  return { title: t('title') }
}

type Shown = { id: string; name: 'used' | 'look' | 'retired'; holds: (row: GoldenRow) => boolean }

const SHOWN: readonly Shown[] = [
  { id: '', name: 'used', holds: ({ status }) => status !== 'retired' },
  {
    id: 'look',
    name: 'look',
    holds: ({ status, asked, objections, answered, passed }) =>
      status !== 'retired' &&
      (status !== 'served' || asked + objections > 0 || (answered >= 5 && passed * 2 < answered)),
  },
  { id: 'retired', name: 'retired', holds: ({ status }) => status === 'retired' },
]

/** The golden items of a dataset, how they are answered, and what follows from it. For its leads. */
export default async function GoldenPage({ params, searchParams }: PageProps<'/datasets/[slug]/golden'>) {
  const { slug } = await params
  const show = (await searchParams)['show'] ?? ''
  const actor = await requireMemberPage(paths.golden(slug))
  const [dataset, t] = await Promise.all([orNotFound(datasetBySlug(slug)), getT('golden')])
  const trail = [
    { href: paths.dataset(slug), label: dataset.name },
    { href: paths.datasetQueues(slug), label: t('queues') },
  ]
  const denied = cannot(actor, 'golden.edit', dataset.id)
  if (denied)
    return (
      <>
        <PageHeader title={t('title')} trail={trail} />
        <EmptyState title={t('denied')}>{denied}</EmptyState>
      </>
    )
  const [items, standings, settings] = await Promise.all([
    goldenItems(actor, dataset.id),
    standingsIn(actor, dataset.id),
    goldenSettingsOf(dataset.id),
  ])
  const shown = SHOWN.find(({ id }) => id === show) ?? SHOWN[0]
  const rows = items.filter((row) => shown?.holds(row))
  return (
    <>
      <PageHeader title={t('title')} trail={trail} lead={t('lead')} />
      {items.length === 0 ? (
        <EmptyState title={t('empty.title')}>{t('empty.text')}</EmptyState>
      ) : (
        <>
          <Tabs
            label={t('which')}
            tabs={SHOWN.map(({ id, name, holds }) => ({
              href: `${paths.golden(slug)}${id && `?show=${id}`}`,
              label: t(`shown.${name}`, { n: items.filter(holds).length }),
              current: id === shown?.id,
            }))}
          />
          {rows.length === 0 ? (
            <p className="text-sm text-ink-soft">{t('shown.none')}</p>
          ) : (
            <GoldenTable slug={slug} rows={rows} />
          )}
        </>
      )}
      <Section title={t('reviewers')}>
        <StandingTable standings={standings} />
      </Section>
      <Section title={t('rules')}>
        <RulesForm datasetId={dataset.id} opened={versionOfGolden(settings)} settings={settings} />
      </Section>
    </>
  )
}
