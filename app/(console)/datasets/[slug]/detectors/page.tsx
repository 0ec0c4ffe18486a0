import type { Metadata } from 'next'
import { Callout } from '@/components/ui/callout'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader, Section } from '@/components/ui/page-header'
import { cannot } from '@/lib/auth/cannot'
import { requireMemberPage } from '@/lib/auth/session'
import { datasetBySlug } from '@/lib/datasets/queries'
import { orNotFound } from '@/lib/http/or-not-found'
import { paths } from '@/lib/paths'
import { heldBy, watchesOf } from '@/lib/throttle/queries'
import { throttleSettingsOf } from '@/lib/throttle/settings'
import { PausedDetector } from './paused-detector'
import { ThrottleForm } from './throttle-form'
import { WatchTable } from './watch-table'

export const metadata: Metadata = { title: 'Detectors' }

/** Which detectors look at a dataset, those that are paused with what they found, and when one is. */
export default async function DetectorsPage({
  params,
  searchParams,
}: PageProps<'/datasets/[slug]/detectors'>) {
  const { slug } = await params
  const { settled } = await searchParams
  const actor = await requireMemberPage(paths.detectors(slug))
  const dataset = await orNotFound(datasetBySlug(slug))
  const trail = [{ href: paths.dataset(slug), label: dataset.name }]
  const denied = cannot(actor, 'queue.edit', dataset.id)
  if (denied)
    return (
      <>
        <PageHeader title="Detectors" trail={trail} />
        <EmptyState title="You cannot see these detectors">
          Only leads and maintainers of this dataset see how its detectors do.
        </EmptyState>
      </>
    )
  const [watches, settings] = await Promise.all([watchesOf(dataset.id), throttleSettingsOf(dataset.id)])
  const paused = await Promise.all(
    watches
      .filter(({ state }) => state === 'paused')
      .map(async (watch) => ({ watch, held: await heldBy({ datasetId: dataset.id, ...watch }) })),
  )
  return (
    <>
      <PageHeader
        title="Detectors"
        trail={trail}
        lead="A detector, or a version of one, that is new to the dataset is watched during its first import. When it finds something in too many rows it is paused: what it finds is kept apart until a lead has looked at it."
      />
      {settled === 'known' || settled === 'dropped' ? (
        <div role="status" className="mb-6">
          <Callout tone="good" title={SETTLED[settled]} />
        </div>
      ) : null}
      {paused.map(({ watch, held }) => (
        <PausedDetector
          key={`${watch.detector} ${watch.version}`}
          datasetId={dataset.id}
          watch={watch}
          held={held}
          denied={cannot(actor, 'detector.settle', dataset.id) ?? null}
        />
      ))}
      <Section title="All detectors">
        {watches.length === 0 ? (
          <EmptyState title="None yet">The first import brings them.</EmptyState>
        ) : (
          <WatchTable datasetId={dataset.id} watches={watches} />
        )}
      </Section>
      <Section title="When one is paused">
        <ThrottleForm datasetId={dataset.id} settings={settings} />
      </Section>
    </>
  )
}

const SETTLED = {
  known: 'It goes on. Its flags are being raised, and their cases open.',
  dropped: 'It is dropped. Its flags are being deleted.',
}
