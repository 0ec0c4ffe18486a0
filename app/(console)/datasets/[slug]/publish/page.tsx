import type { Metadata } from 'next'
import { TextField } from '@/components/form/fields'
import { Form } from '@/components/form/form'
import { SubmitButton } from '@/components/form/submit-button'
import { Callout } from '@/components/ui/callout'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader, Section } from '@/components/ui/page-header'
import { AutoRefresh } from '@/components/ui/auto-refresh'
import { cannot } from '@/lib/auth/permissions'
import { requireMemberPage } from '@/lib/auth/session'
import { ReleaseList } from '@/components/release/release-list'
import { datasetBySlug } from '@/lib/datasets/queries'
import { disclosureSentence } from '@/lib/datasets/labels'
import { orNotFound } from '@/lib/http/or-not-found'
import { paths } from '@/lib/paths'
import { publishPreview, releasesOf } from '@/lib/releases/queries'
import { publishAction } from './actions'

export const metadata: Metadata = { title: 'Publish a release' }

export default async function PublishPage({ params }: PageProps<'/datasets/[slug]/publish'>) {
  const { slug } = await params
  const actor = await requireMemberPage(paths.datasetPublish(slug))
  const dataset = await orNotFound(datasetBySlug(slug))
  const [preview, releases] = await Promise.all([publishPreview(dataset.id), releasesOf(dataset.id)])
  const denied = cannot(actor, 'release.publish', dataset.id)
  return (
    <>
      <PageHeader title="Publish a release" trail={[{ href: paths.dataset(slug), label: dataset.name }]} />
      {denied ? <EmptyState title="You cannot publish here">{denied}</EmptyState> : null}
      {!denied && !preview.revision ? (
        <EmptyState title="There is nothing to publish yet">
          Import a revision first. A release is made from a complete one.
        </EmptyState>
      ) : null}
      {preview.staged ? (
        <Callout title={`Release ${preview.staged.version} is being made`}>
          Its decisions are frozen. It goes on by itself, also after a restart.
          <AutoRefresh seconds={2} />
        </Callout>
      ) : null}
      {!denied && preview.revision && !preview.staged ? (
        <div className="max-w-form">
          <p className="mb-4">
            From revision {preview.revision.number}, with every decision in force now.{' '}
            {disclosureSentence(dataset.disclosure)} A release cannot be changed afterwards; the next one
            replaces it.
          </p>
          <Form action={publishAction}>
            <input type="hidden" name="datasetId" value={dataset.id} />
            <TextField
              name="version"
              label="Version"
              hint={
                preview.head
                  ? `The last release is ${preview.head.version}. Removing or editing rows makes a new major version.`
                  : 'This is the first release.'
              }
              defaultValue={preview.proposedVersion}
              required
            />
            <SubmitButton pendingLabel="Freezing decisions…">Publish</SubmitButton>
          </Form>
        </div>
      ) : null}
      <Section title="Releases so far">
        <ReleaseList slug={slug} releases={releases} />
      </Section>
    </>
  )
}
