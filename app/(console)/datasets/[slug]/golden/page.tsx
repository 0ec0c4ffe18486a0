import type { Metadata } from 'next'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader, Section } from '@/components/ui/page-header'
import { Tabs } from '@/components/ui/tabs'
import { cannot } from '@/lib/auth/cannot'
import { requireMemberPage } from '@/lib/auth/session'
import { datasetBySlug } from '@/lib/datasets/queries'
import { goldenItems, type GoldenRow, standingsIn } from '@/lib/golden/queries'
import { goldenSettingsOf } from '@/lib/golden/settings'
import { orNotFound } from '@/lib/http/or-not-found'
import { paths } from '@/lib/paths'
import { GoldenTable } from './golden-table'
import { RulesForm } from './rules-form'
import { StandingTable } from './standing-table'

export const metadata: Metadata = { title: 'Checks' }

const SHOWN: readonly { id: string; label: string; holds: (row: GoldenRow) => boolean }[] = [
  { id: '', label: 'In use', holds: ({ status }) => status !== 'retired' },
  {
    id: 'look',
    label: 'To look at',
    holds: ({ status, objections, answered, passed }) =>
      status !== 'retired' &&
      (status !== 'served' || objections > 0 || (answered >= 5 && passed * 2 < answered)),
  },
  { id: 'retired', label: 'Taken back', holds: ({ status }) => status === 'retired' },
]

/** The golden items of a dataset, how they are answered, and what follows from it. For its leads. */
export default async function GoldenPage({ params, searchParams }: PageProps<'/datasets/[slug]/golden'>) {
  const { slug } = await params
  const show = (await searchParams)['show'] ?? ''
  const actor = await requireMemberPage(paths.golden(slug))
  const dataset = await orNotFound(datasetBySlug(slug))
  const trail = [
    { href: paths.dataset(slug), label: dataset.name },
    { href: paths.datasetQueues(slug), label: 'Queues' },
  ]
  const denied = cannot(actor, 'golden.edit', dataset.id)
  if (denied)
    return (
      <>
        <PageHeader title="Checks" trail={trail} />
        <EmptyState title="You cannot see these checks">{denied}</EmptyState>
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
      <PageHeader
        title="Checks"
        trail={trail}
        lead="A check (a golden item) is a decided case that reviewers are given among the others, so that all of them read the policy the same way. It looks like any case until it is answered; then its reviewer reads what was expected, and why."
      />
      {items.length === 0 ? (
        <EmptyState title="No checks yet">
          Open a decided case that is a good example and choose “Make it a check for reviewers”. Ten to
          twenty, of each category some, are enough to begin with.
        </EmptyState>
      ) : (
        <>
          <Tabs
            label="Which checks"
            tabs={SHOWN.map(({ id, label, holds }) => ({
              href: `${paths.golden(slug)}${id && `?show=${id}`}`,
              label: `${label} (${items.filter(holds).length})`,
              current: id === shown?.id,
            }))}
          />
          {rows.length === 0 ? (
            <p className="text-sm text-ink-soft">None.</p>
          ) : (
            <GoldenTable slug={slug} rows={rows} />
          )}
        </>
      )}
      <Section title="Reviewers">
        <StandingTable standings={standings} />
      </Section>
      <Section title="Rules">
        <RulesForm datasetId={dataset.id} settings={settings} />
      </Section>
    </>
  )
}
