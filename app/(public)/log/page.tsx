import type { Metadata } from 'next'
import { LogEntries } from './log-entries'
import { LogHead } from './log-head'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader, Section } from '@/components/ui/page-header'
import { Pager } from '@/components/ui/pager'
import { Facet } from '@/components/table/facets'
import { datasetOptions } from '@/lib/datasets/options'
import { latestCheckpoint, listEntries, logVkey } from '@/lib/log/queries'
import { logFilter } from '@/lib/log/filter'
import { entryTypeLabel, SHOWN_TYPES } from '@/lib/log/labels'
import { paths } from '@/lib/paths'

export const metadata: Metadata = { title: 'The log' }

export default async function LogPage({ searchParams }: PageProps<'/log'>) {
  const filter = logFilter(await searchParams)
  const [page, checkpoint, datasets] = await Promise.all([
    listEntries(filter),
    latestCheckpoint(),
    datasetOptions(),
  ])
  const { type, dataset } = filter
  const at = (change: Record<string, string | number | undefined>) => paths.log({ type, dataset, ...change })
  return (
    <>
      <PageHeader
        title="The log"
        lead="Every decision, request, policy, role and release is one entry. An entry can be added, never changed: whoever keeps an old checkpoint can prove it. It holds no personal data."
      />
      <LogHead checkpoint={checkpoint} vkey={logVkey()} />
      <Section title="Entries">
        <div className="grid gap-6 md:grid-cols-[13rem_minmax(0,1fr)]">
          <div className="flex flex-col gap-5">
            <Facet
              title="What"
              options={[
                { href: at({ type: undefined }), label: 'Everything', active: !type },
                ...SHOWN_TYPES.map((id) => ({
                  href: at({ type: id }),
                  label: entryTypeLabel(id),
                  active: type === id,
                })),
              ]}
            />
            <Facet
              title="Dataset"
              options={[
                { href: at({ dataset: undefined }), label: 'All', active: !dataset },
                ...datasets.map(({ slug, name }) => ({
                  href: at({ dataset: slug }),
                  label: name,
                  active: dataset === slug,
                })),
              ]}
            />
          </div>
          <div>
            {page.entries.length === 0 ? (
              <EmptyState title="No entry answers to this">
                Choose something else on the left, or everything.
              </EmptyState>
            ) : (
              <LogEntries entries={page.entries} />
            )}
            <Pager
              newerHref={filter.before === undefined ? undefined : at({})}
              olderHref={page.next === null ? undefined : at({ before: page.next })}
            />
          </div>
        </div>
      </Section>
    </>
  )
}
