import type { Metadata } from 'next'
import { useT } from '#i18n'
import { TextField } from '@/components/form/fields'
import { Form } from '@/components/form/form'
import { ShowNow } from '@/components/form/show-now'
import { SubmitButton } from '@/components/form/submit-button'
import { Callout } from '@/components/ui/callout'
import { DescriptionList } from '@/components/ui/description-list'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader, Section } from '@/components/ui/page-header'
import { cannot } from '@/lib/auth/cannot'
import { requireMemberPage } from '@/lib/auth/session'
import { type DatasetView, datasetBySlug, revisionsOf } from '@/lib/datasets/queries'
import { fieldsAsOpened } from '@/lib/datasets/settings'
import { orNotFound } from '@/lib/http/or-not-found'
import { getT } from '@/lib/i18n/server'
import { paths } from '@/lib/paths'
import { isHandled } from '@/lib/people/members'
import { promisesNow } from '@/lib/takedowns/promises'
import { fieldsAction, profilesAction } from './actions'
import { Promises } from './promises'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getT('datasets.settings')
  return { title: t('title') }
}

export default async function SettingsPage({ params }: PageProps<'/datasets/[slug]/settings'>) {
  const [{ slug }, t] = await Promise.all([params, getT('datasets.settings')])
  const actor = await requireMemberPage(paths.datasetSettings(slug))
  const dataset = await orNotFound(datasetBySlug(slug))
  const denied = cannot(actor, 'dataset.edit', dataset.id)
  const imported = (await revisionsOf(dataset.id)).length > 0
  const promises = cannot(actor, 'promise.edit', dataset.id) ? null : await promisesNow(dataset.id)
  const nobody = (promises !== null || !denied) && !(await isHandled(dataset.id))
  return (
    <>
      <PageHeader title={t('title')} trail={[{ href: paths.dataset(slug), label: dataset.name }]} />
      {nobody ? <Callout tone="warn">{t('unhandled')}</Callout> : null}
      {promises ? <Promises datasetId={dataset.id} promises={promises} /> : null}
      {denied ? (
        promises ? null : (
          <EmptyState title={t('denied')}>{denied}</EmptyState>
        )
      ) : (
        <>
          <Profiles dataset={dataset} />
          <Section title={t('fields.title')}>
            {imported ? <FixedFields dataset={dataset} /> : <Fields dataset={dataset} />}
          </Section>
        </>
      )}
    </>
  )
}

function Profiles({ dataset }: { dataset: DatasetView }) {
  const [t, label] = [useT('datasets.settings.profiles'), useT('labels.verb')]
  return (
    <Section title={t('title')}>
      <div className="max-w-form">
        <p className="mb-4">{t('lead')}</p>
        <Form action={profilesAction}>
          <input type="hidden" name="datasetId" value={dataset.id} />
          <input type="hidden" name="opened" value={dataset.territories.join()} />
          <ShowNow />
          <TextField
            name="territories"
            label={t('label')}
            hint={t('hint')}
            defaultValue={dataset.territories.join(', ')}
            autoComplete="off"
            spellCheck={false}
          />
          <SubmitButton pendingLabel={label('saving')}>{t('submit')}</SubmitButton>
        </Form>
      </div>
    </Section>
  )
}

function Fields({ dataset }: { dataset: DatasetView }) {
  const [t, label] = [useT('datasets'), useT('labels.verb')]
  return (
    <div className="max-w-form">
      <p className="mb-4">{t('settings.fields.lead')}</p>
      <Form action={fieldsAction}>
        <input type="hidden" name="datasetId" value={dataset.id} />
        <input type="hidden" name="opened" value={fieldsAsOpened(dataset)} />
        <ShowNow />
        <TextField
          name="idField"
          label={t('field.id')}
          hint={t('settings.fields.idHint')}
          defaultValue={dataset.idField ?? ''}
        />
        <TextField
          name="authorField"
          label={t('field.author')}
          hint={t('settings.fields.authorHint')}
          defaultValue={dataset.authorField ?? ''}
        />
        <TextField
          name="languageField"
          label={t('field.language')}
          hint={t('settings.fields.languageHint')}
          defaultValue={dataset.languageField ?? ''}
        />
        <SubmitButton pendingLabel={label('saving')}>{t('settings.fields.submit')}</SubmitButton>
      </Form>
    </div>
  )
}

function FixedFields({ dataset }: { dataset: DatasetView }) {
  const t = useT('datasets.settings.fixed')
  return (
    <>
      <DescriptionList
        items={[
          { term: t('id'), detail: dataset.idField ?? t('noId') },
          { term: t('author'), detail: dataset.authorField ?? t('noAuthor') },
          { term: t('language'), detail: dataset.languageField ?? t('noLanguage') },
        ]}
      />
      <p className="mt-3 text-sm text-ink-soft">{t('note')}</p>
    </>
  )
}
