import type { Metadata } from 'next'
import { LinkButton } from '@/components/ui/button'
import { PageHeader, Section } from '@/components/ui/page-header'
import { can } from '@/lib/auth/permissions'
import { currentActor } from '@/lib/auth/session'
import { countCopies } from '@/lib/copies/queries'
import { cannotVet } from '@/lib/copies/vet'
import { datasetBySlug, importRuns, revisionsOf } from '@/lib/datasets/queries'
import { orNotFound } from '@/lib/http/or-not-found'
import { getT } from '@/lib/i18n/server'
import { paths } from '@/lib/paths'
import { policyOf } from '@/lib/policies/queries'
import { releasesOf } from '@/lib/releases/queries'
import { countExclusions } from '@/lib/takedowns/exclusions'
import { acceptingDatasets } from '@/lib/volunteers/accepting'
import { CopiesOfIt } from './copies-of-it'
import { DatasetFacts } from './dataset-facts'
import { ImportRuns } from './import-runs'
import { ReleaseList } from '@/components/release/release-list'
import { PausedDetectors } from './paused-detectors'
import { RevisionList } from './revision-list'

export async function generateMetadata({ params }: PageProps<'/datasets/[slug]'>): Promise<Metadata> {
  const { slug } = await params
  const dataset = await orNotFound(datasetBySlug(slug))
  return { title: dataset.name, description: dataset.description }
}

export default async function DatasetPage({ params }: PageProps<'/datasets/[slug]'>) {
  const { slug } = await params
  const [actor, dataset, t] = await Promise.all([
    currentActor(),
    orNotFound(datasetBySlug(slug)),
    getT('catalogue'),
  ])
  const [revisions, releases, policy, runs, exclusions, accepting, copies] = await Promise.all([
    revisionsOf(dataset.id),
    releasesOf(dataset.id),
    policyOf(dataset.id),
    importRuns(dataset.id),
    countExclusions(dataset.id),
    acceptingDatasets(undefined, slug),
    countCopies(dataset.id),
  ])
  const imports = actor !== null && can(actor, 'dataset.import', dataset.id)
  const edits = actor !== null && can(actor, 'dataset.edit', dataset.id)
  const queues = actor !== null && can(actor, 'queue.edit', dataset.id)
  const publishes = actor !== null && can(actor, 'release.publish', dataset.id)
  const reviews = actor !== null && can(actor, 'case.review', dataset.id)
  const complete = revisions.some((revision) => revision.state === 'complete')
  return (
    <>
      <PageHeader
        title={dataset.name}
        lead={dataset.description || undefined}
        trail={[{ href: paths.datasets(), label: t('title') }]}
        actions={
          <>
            <LinkButton href={paths.takedownNew(undefined, slug)}>{t('dataset.takedown')}</LinkButton>
            {accepting.length > 0 && !reviews ? (
              <LinkButton href={paths.join(slug)}>{t('dataset.help')}</LinkButton>
            ) : null}
            {queues ? <LinkButton href={paths.datasetQueues(slug)}>{t('dataset.queues')}</LinkButton> : null}
            {queues ? <LinkButton href={paths.detectors(slug)}>{t('dataset.detectors')}</LinkButton> : null}
            {edits || queues ? (
              <LinkButton href={paths.datasetSettings(slug)}>{t('dataset.settings')}</LinkButton>
            ) : null}
            {imports ? <LinkButton href={paths.datasetImport(slug)}>{t('dataset.import')}</LinkButton> : null}
            {publishes && complete ? (
              <LinkButton href={paths.datasetPublish(slug)} kind="primary">
                {t('dataset.publish')}
              </LinkButton>
            ) : null}
          </>
        }
      />
      {queues ? <PausedDetectors datasetId={dataset.id} slug={slug} /> : null}
      <DatasetFacts
        dataset={dataset}
        policy={policy}
        exclusions={exclusions}
        seesExclusions={actor !== null && can(actor, 'takedown.view', dataset.id)}
      />
      {imports ? <ImportRuns runs={runs} slug={slug} /> : null}
      <Section title={t('dataset.releases')}>
        <ReleaseList slug={slug} releases={releases} />
      </Section>
      {releases.length > 0 ? (
        <CopiesOfIt slug={slug} count={copies} vets={actor !== null && !cannotVet(actor, dataset.id)} />
      ) : null}
      <Section title={t('dataset.revisions')}>
        <RevisionList slug={slug} revisions={revisions} canImport={imports} />
      </Section>
    </>
  )
}
