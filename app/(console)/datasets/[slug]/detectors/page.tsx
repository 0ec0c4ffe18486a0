import type { Metadata } from 'next'
import { Callout } from '@/components/ui/callout'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader, Section } from '@/components/ui/page-header'
import { cannot } from '@/lib/auth/cannot'
import { requireMemberPage } from '@/lib/auth/session'
import { datasetBySlug } from '@/lib/datasets/queries'
import { orNotFound } from '@/lib/http/or-not-found'
import { getT } from '@/lib/i18n/server'
import { paths } from '@/lib/paths'
import { heldBy, watchesOf } from '@/lib/throttle/queries'
import { versionOf } from '@/lib/review/opened'
import { whyRecused } from '@/lib/review/voters'
import { throttleSettingsOf } from '@/lib/throttle/settings'
import { PausedDetector } from './paused-detector'
import { ThrottleForm } from './throttle-form'
import { WatchTable } from './watch-table'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getT('detectors')
  return { title: t('title') }
}

/** Which detectors look at a dataset, those that are paused with what they found, and when one is. */
export default async function DetectorsPage({
  params,
  searchParams,
}: PageProps<'/datasets/[slug]/detectors'>) {
  const [{ slug }, { settled }, t] = await Promise.all([params, searchParams, getT('detectors')])
  const actor = await requireMemberPage(paths.detectors(slug))
  const dataset = await orNotFound(datasetBySlug(slug))
  const trail = [{ href: paths.dataset(slug), label: dataset.name }]
  const denied = cannot(actor, 'queue.edit', dataset.id)
  if (denied)
    return (
      <>
        <PageHeader title={t('title')} trail={trail} />
        <EmptyState title={t('denied.title')}>{t('denied.text')}</EmptyState>
      </>
    )
  const [watches, settings, conflict] = await Promise.all([
    watchesOf(dataset.id),
    throttleSettingsOf(dataset.id),
    whyRecused(actor, dataset.id),
  ])
  const unsettled = cannot(actor, 'detector.settle', dataset.id) ?? conflict ?? null
  const paused = await Promise.all(
    watches
      .filter(({ state }) => state === 'paused')
      .map(async (watch) => ({ watch, held: await heldBy({ datasetId: dataset.id, ...watch }, actor) })),
  )
  return (
    <>
      <PageHeader title={t('title')} trail={trail} lead={t('lead')} />
      {settled === 'known' || settled === 'dropped' ? (
        <div role="status" className="mb-6">
          <Callout tone="good" title={t(`settled.${settled}`)} />
        </div>
      ) : null}
      {paused.map(({ watch, held }) => (
        <PausedDetector
          key={`${watch.detector} ${watch.version}`}
          datasetId={dataset.id}
          watch={watch}
          held={held}
          denied={unsettled}
        />
      ))}
      <Section title={t('all')}>
        {watches.length === 0 ? (
          <EmptyState title={t('none.title')}>{t('none.text')}</EmptyState>
        ) : (
          <WatchTable datasetId={dataset.id} watches={watches} denied={unsettled} />
        )}
      </Section>
      <Section title={t('throttle.title')}>
        <ThrottleForm datasetId={dataset.id} opened={versionOf(settings)} settings={settings} />
      </Section>
    </>
  )
}
