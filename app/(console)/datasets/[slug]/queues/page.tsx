import type { Metadata } from 'next'
import { Messages } from '@/app/messages'
import { LinkButton } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { LandedNote } from '@/components/ui/landed-note'
import { PageHeader, Section } from '@/components/ui/page-header'
import { cannot } from '@/lib/auth/cannot'
import { requireMemberPage } from '@/lib/auth/session'
import { datasetBySlug } from '@/lib/datasets/queries'
import { listCategories } from '@/lib/flags/queries'
import { orNotFound } from '@/lib/http/or-not-found'
import { getT } from '@/lib/i18n/server'
import { paths } from '@/lib/paths'
import { describeChange, viewingInWords } from '@/lib/review/describe-change'
import { reviewSettingsOf } from '@/lib/review/edit-settings'
import { versionOf } from '@/lib/review/opened'
import { queueChanges } from '@/lib/review/queue-changes'
import { siteViewingOf } from '@/lib/review/site-viewing'
import { countedQueues } from '@/lib/review/shift'
import { Changes } from './changes'
import { QueueTable } from './queue-table'
import { secondPersonOf } from '@/lib/takedowns/second-person'
import { SecondPersonForm } from './second-person-form'
import { SettingsForm } from './settings-form'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getT('queues.page')
  return { title: t('title') }
}

/** How the cases of a dataset are reviewed: its queues in their order, what holds for all of them, and who changed it. */
export default async function DatasetQueuesPage({
  params,
  searchParams,
}: PageProps<'/datasets/[slug]/queues'>) {
  const [{ slug }, { done }] = await Promise.all([params, searchParams])
  const actor = await requireMemberPage(paths.datasetQueues(slug))
  const [dataset, t, reach] = await Promise.all([
    orNotFound(datasetBySlug(slug)),
    getT('queues.page'),
    getT('reach.second'),
  ])
  const trail = [{ href: paths.dataset(slug), label: dataset.name }]
  const denied = cannot(actor, 'queue.edit', dataset.id)
  if (denied)
    return (
      <>
        <PageHeader title={t('title')} trail={trail} />
        <EmptyState title={t('denied')}>{denied}</EmptyState>
      </>
    )
  const [queues, categories, settings, changes, second, site] = await Promise.all([
    countedQueues(dataset.id),
    listCategories(),
    reviewSettingsOf(dataset.id),
    queueChanges(dataset.id),
    secondPersonOf(dataset.id),
    siteViewingOf(),
  ])
  const open = categories.filter(({ restricted }) => !restricted)
  // Of the settings their own form tells.
  const latest = changes.find(({ change }) => change !== 'settings')
  return (
    <>
      <PageHeader
        title={t('title')}
        trail={trail}
        lead={t('lead')}
        actions={
          <>
            <LinkButton href={paths.golden(slug)}>{t('checks')}</LinkButton>
            <LinkButton href={paths.datasetQueue(slug, 'new')} kind="primary">
              {t('add')}
            </LinkButton>
          </>
        }
      />
      {done !== undefined && latest ? (
        <LandedNote of={latest.id}>{describeChange(latest).sentence}</LandedNote>
      ) : null}
      {queues.length === 0 ? (
        <EmptyState title={t('none.title')}>{t('none.text')}</EmptyState>
      ) : (
        <QueueTable slug={slug} datasetId={dataset.id} queues={queues} />
      )}
      <Section title={t('forAll')}>
        <Messages areas={['limits', 'viewing']}>
          <SettingsForm
            datasetId={dataset.id}
            opened={versionOf(settings)}
            settings={settings}
            categories={open}
            site={viewingInWords(site, 'plain')}
          />
        </Messages>
      </Section>
      <Section title={reach('title')}>
        <SecondPersonForm datasetId={dataset.id} opened={versionOf(second)} settings={second} />
      </Section>
      <Section title={t('changes')}>
        <Changes changes={changes} />
      </Section>
    </>
  )
}
