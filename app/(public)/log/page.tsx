import type { Metadata } from 'next'
import { LastSeen } from '@/components/log/last-seen'
import { LogFacets } from '@/components/log/log-facets'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader, Section } from '@/components/ui/page-header'
import { Pager } from '@/components/ui/pager'
import { datasetOptions } from '@/lib/datasets/options'
import { logFilter } from '@/lib/log/filter'
import { logIdentity } from '@/lib/log/identity'
import { latestCheckpoint, listEntries, witnessViews } from '@/lib/log/queries'
import { paths } from '@/lib/paths'
import { LogEntries } from './log-entries'
import { LogHead } from './log-head'
import { LogWitnesses } from './log-witnesses'

export const metadata: Metadata = { title: 'The log' }

export default async function LogPage({ searchParams }: PageProps<'/log'>) {
  const filter = logFilter(await searchParams)
  const [page, checkpoint, datasets, witnesses] = await Promise.all([
    listEntries(filter),
    latestCheckpoint(),
    datasetOptions(),
    witnessViews(),
  ])
  const { type, dataset, before } = filter
  const { origin, vkey, vkeys } = logIdentity()
  return (
    <>
      <PageHeader
        title="The log"
        lead="Every decision, request, policy, role and release is one entry. An entry can be added, never changed: whoever keeps an old checkpoint can prove it. It holds no personal data."
      />
      {checkpoint ? (
        <div className="mb-6">
          <LastSeen origin={origin} vkeys={vkeys} />
        </div>
      ) : null}
      <LogHead checkpoint={checkpoint} vkey={vkey} />
      {witnesses.length > 0 ? (
        <Section title="Witnesses">
          <LogWitnesses witnesses={witnesses} />
        </Section>
      ) : null}
      <Section title="Entries">
        <div className="grid gap-6 md:grid-cols-[13rem_minmax(0,1fr)]">
          <LogFacets filter={filter} datasets={datasets} href={paths.log} />
          <div>
            {page.entries.length === 0 ? (
              <EmptyState title="No entry answers to this">Choose something else, or everything.</EmptyState>
            ) : (
              <LogEntries entries={page.entries} />
            )}
            <Pager
              newerHref={before === undefined ? undefined : paths.log({ type, dataset })}
              olderHref={page.next === null ? undefined : paths.log({ type, dataset, before: page.next })}
            />
          </div>
        </div>
      </Section>
    </>
  )
}
