import type { Metadata } from 'next'
import { Messages } from '@/app/messages'
import { LastSeen } from '@/components/log/last-seen'
import { LogFacets } from '@/components/log/log-facets'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader, Section } from '@/components/ui/page-header'
import { Pager } from '@/components/ui/pager'
import { datasetOptions } from '@/lib/datasets/options'
import { getT } from '@/lib/i18n/server'
import { ENTRY_TYPES } from '@/lib/log/entries'
import { logFilter } from '@/lib/log/filter'
import { logIdentity } from '@/lib/log/identity'
import { latestCheckpoint, listEntries, witnessViews } from '@/lib/log/queries'
import { paths } from '@/lib/paths'
import { LogEntries } from './log-entries'
import { LogHead } from './log-head'
import { LogWitnesses } from './log-witnesses'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getT('log')
  return { title: t('title') }
}

export default async function LogPage({ searchParams }: PageProps<'/log'>) {
  const filter = logFilter(await searchParams)
  const [page, checkpoint, datasets, witnesses, t] = await Promise.all([
    listEntries(filter),
    latestCheckpoint(),
    datasetOptions(),
    witnessViews(),
    getT('log'),
  ])
  const { type, dataset, before } = filter
  const { origin, vkey, vkeys } = logIdentity()
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} />
      {checkpoint ? (
        <div className="mb-6">
          <Messages areas={['proofs']}>
            <LastSeen origin={origin} vkeys={vkeys} />
          </Messages>
        </div>
      ) : null}
      <LogHead checkpoint={checkpoint} vkey={vkey} />
      {witnesses.length > 0 ? (
        <Section title={t('witnesses.title')}>
          <LogWitnesses witnesses={witnesses} />
        </Section>
      ) : null}
      <Section title={t('entries')}>
        <div className="grid gap-6 md:grid-cols-[13rem_minmax(0,1fr)]">
          <LogFacets filter={filter} types={ENTRY_TYPES} datasets={datasets} href={paths.log} />
          <div>
            {page.entries.length === 0 ? (
              <EmptyState title={t('none.title')}>{t('none.text')}</EmptyState>
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
