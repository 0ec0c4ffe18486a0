import type { Metadata } from 'next'
import { SelectField, TextField } from '@/components/form/fields'
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
  const others = await Promise.all(
    preview.territories.map((territory) => publishPreview(dataset.id, territory)),
  )
  const staged = [preview, ...others].filter((candidate) => candidate.staged)
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
      {staged.map(({ profile, staged: made }) => (
        <Callout key={profile} title={`Release ${made?.version} for ${profile} is being made`}>
          Its decisions are frozen. It goes on by itself, also after a restart.
          <AutoRefresh seconds={2} />
        </Callout>
      ))}
      {!denied && preview.revision && staged.length === 0 ? (
        <div className="max-w-form">
          <p className="mb-4">
            From revision {preview.revision.number}, with every decision in force now.{' '}
            {disclosureSentence(dataset.disclosure)} A release cannot be changed afterwards; the next one
            replaces it.
          </p>
          <Form action={publishAction}>
            <input type="hidden" name="datasetId" value={dataset.id} />
            {others.length > 0 ? (
              <SelectField
                name="profile"
                label="For"
                hint="A decision may hold in some places only. Releases for the world have all of them."
                options={[preview, ...others].map(({ profile, proposedVersion }) => ({
                  value: profile,
                  label: `${profile} (next: ${proposedVersion})`,
                }))}
                defaultValue={preview.profile}
              />
            ) : null}
            <TextField
              name="version"
              label="Version"
              hint={versionHint(preview.head?.version, others.length > 0)}
              defaultValue={others.length > 0 ? '' : preview.proposedVersion}
              required={others.length === 0}
            />
            <TextField
              name="baseUrl"
              label="Where the files of this revision are (optional)"
              hint="A web address that ends in a slash, best one with a commit in it. The release then says where to fetch them."
              type="url"
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

function versionHint(last: string | undefined, several: boolean): string {
  if (several) return 'Left empty, it is the next one for the profile you choose.'
  return last
    ? `The last release is ${last}. Removing or editing rows makes a new major version.`
    : 'This is the first release.'
}
