import type { Metadata } from 'next'
import { LinkButton } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { LandedNote } from '@/components/ui/landed-note'
import { PageHeader, Section } from '@/components/ui/page-header'
import { cannot } from '@/lib/auth/cannot'
import { requireMemberPage } from '@/lib/auth/session'
import { datasetBySlug } from '@/lib/datasets/queries'
import { listCategories } from '@/lib/flags/queries'
import { orNotFound } from '@/lib/http/or-not-found'
import { paths } from '@/lib/paths'
import { describeChange } from '@/lib/review/describe-change'
import { reviewSettingsOf } from '@/lib/review/edit-settings'
import { versionOf } from '@/lib/review/opened'
import { queueChanges } from '@/lib/review/queue-changes'
import { countedQueues } from '@/lib/review/shift'
import { Changes } from './changes'
import { QueueTable } from './queue-table'
import { SettingsForm } from './settings-form'

export const metadata: Metadata = { title: 'Queues' }

/** How the cases of a dataset are reviewed: its queues in their order, what holds for all of them, and who changed it. */
export default async function DatasetQueuesPage({
  params,
  searchParams,
}: PageProps<'/datasets/[slug]/queues'>) {
  const [{ slug }, { done }] = await Promise.all([params, searchParams])
  const actor = await requireMemberPage(paths.datasetQueues(slug))
  const dataset = await orNotFound(datasetBySlug(slug))
  const trail = [{ href: paths.dataset(slug), label: dataset.name }]
  const denied = cannot(actor, 'queue.edit', dataset.id)
  if (denied)
    return (
      <>
        <PageHeader title="Queues" trail={trail} />
        <EmptyState title="You cannot change these queues">{denied}</EmptyState>
      </>
    )
  const [queues, categories, settings, changes] = await Promise.all([
    countedQueues(dataset.id),
    listCategories(),
    reviewSettingsOf(dataset.id),
    queueChanges(dataset.id),
  ])
  const open = categories.filter(({ restricted }) => !restricted)
  // Of the settings their own form tells.
  const latest = changes.find(({ change }) => change !== 'settings')
  const labels = new Map(categories.map(({ id, label }) => [id, label]))
  return (
    <>
      <PageHeader
        title="Queues"
        trail={trail}
        lead="A case belongs to the first queue whose conditions it meets. After a change, open cases that nobody has begun go where they belong now; those somebody has begun keep the rules they began with."
        actions={
          <>
            <LinkButton href={paths.golden(slug)}>Checks</LinkButton>
            <LinkButton href={paths.datasetQueue(slug, 'new')} kind="primary">
              Add a queue
            </LinkButton>
          </>
        }
      />
      {done !== undefined && latest ? (
        <LandedNote of={latest.id}>{describeChange(latest, labels).sentence}</LandedNote>
      ) : null}
      {queues.length === 0 ? (
        <EmptyState title="No queues yet">
          The first flagged item brings five to begin with. You can also add one now.
        </EmptyState>
      ) : (
        <QueueTable slug={slug} datasetId={dataset.id} queues={queues} labels={labels} />
      )}
      <Section title="For all queues">
        <SettingsForm
          datasetId={dataset.id}
          opened={versionOf(settings)}
          settings={settings}
          categories={open}
        />
      </Section>
      <Section title="What was changed">
        <Changes changes={changes} labels={labels} />
      </Section>
    </>
  )
}
