import type { Metadata } from 'next'
import { SelectField, TextField } from '@/components/form/fields'
import { Form } from '@/components/form/form'
import { SubmitButton } from '@/components/form/submit-button'
import { LinkButton } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader, Section } from '@/components/ui/page-header'
import { AutoRefresh } from '@/components/ui/auto-refresh'
import { cannot } from '@/lib/auth/cannot'
import { requireMemberPage } from '@/lib/auth/session'
import { ReleaseList } from '@/components/release/release-list'
import { datasetBySlug } from '@/lib/datasets/queries'
import { disclosureSentence } from '@/lib/datasets/labels'
import { orNotFound } from '@/lib/http/or-not-found'
import { getT } from '@/lib/i18n/server'
import { paths } from '@/lib/paths'
import { publishPreview, releasesOf } from '@/lib/releases/queries'
import { publishAction } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getT('releases.publish')
  return { title: t('title') }
}

export default async function PublishPage({ params }: PageProps<'/datasets/[slug]/publish'>) {
  const { slug } = await params
  const actor = await requireMemberPage(paths.datasetPublish(slug))
  const dataset = await orNotFound(datasetBySlug(slug))
  const [preview, releases, t] = await Promise.all([
    publishPreview(dataset.id),
    releasesOf(dataset.id),
    getT('releases.publish'),
  ])
  const others = await Promise.all(
    preview.territories.map((territory) => publishPreview(dataset.id, territory)),
  )
  const staged = [preview, ...others].filter((candidate) => candidate.staged)
  const denied = cannot(actor, 'release.publish', dataset.id)
  return (
    <>
      <PageHeader title={t('title')} trail={[{ href: paths.dataset(slug), label: dataset.name }]} />
      {denied ? <EmptyState title={t('denied')}>{denied}</EmptyState> : null}
      {!denied && !preview.revision ? (
        <EmptyState
          title={t('nothing.title')}
          action={<LinkButton href={paths.datasetImport(slug)}>{t('nothing.action')}</LinkButton>}
        >
          {t('nothing.text')}
        </EmptyState>
      ) : null}
      {staged.map(({ profile, staged: made }) => (
        <Callout key={profile} title={t('making.title', { version: made?.version ?? '', profile })}>
          {t('making.text')}
          <AutoRefresh seconds={2} />
        </Callout>
      ))}
      {!denied && preview.revision && staged.length === 0 ? (
        <div className="max-w-form">
          <p className="mb-4">
            {t('lead', {
              revision: String(preview.revision.number),
              disclosure: disclosureSentence(dataset.disclosure),
            })}
          </p>
          <Form action={publishAction}>
            <input type="hidden" name="datasetId" value={dataset.id} />
            {others.length > 0 ? (
              <SelectField
                name="profile"
                label={t('profile')}
                hint={t('profileHint')}
                options={[preview, ...others].map(({ profile, proposedVersion }) => ({
                  value: profile,
                  label: t('profileNext', { profile, version: proposedVersion }),
                }))}
                defaultValue={preview.profile}
              />
            ) : null}
            <TextField
              name="version"
              label={t('version')}
              hint={
                others.length > 0
                  ? t('versionHint.several')
                  : preview.head
                    ? t('versionHint.next', { version: preview.head.version })
                    : t('versionHint.first')
              }
              defaultValue={others.length > 0 ? '' : preview.proposedVersion}
              required={others.length === 0}
            />
            <TextField name="baseUrl" label={t('baseUrl')} hint={t('baseUrlHint')} type="url" />
            <SubmitButton pendingLabel={t('submitting')}>{t('submit')}</SubmitButton>
          </Form>
        </div>
      ) : null}
      <Section title={t('soFar')}>
        <ReleaseList slug={slug} releases={releases} />
      </Section>
    </>
  )
}
