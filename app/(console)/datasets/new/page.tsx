import type { Metadata } from 'next'
import { TextareaField, TextField } from '@/components/form/fields'
import { Form } from '@/components/form/form'
import { SubmitButton } from '@/components/form/submit-button'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { cannot } from '@/lib/auth/cannot'
import { requireMemberPage } from '@/lib/auth/session'
import { getT } from '@/lib/i18n/server'
import { paths } from '@/lib/paths'
import { registerAction } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getT('datasets.new')
  return { title: t('title') }
}

export default async function NewDatasetPage() {
  const [actor, t] = await Promise.all([requireMemberPage(paths.datasetNew()), getT('datasets')])
  const denied = cannot(actor, 'dataset.create')
  return (
    <>
      <PageHeader
        title={t('new.title')}
        trail={[{ href: paths.datasets(), label: t('trail') }]}
        lead={t('new.lead')}
      />
      {denied ? (
        <EmptyState title={t('new.denied')}>{denied}</EmptyState>
      ) : (
        <div className="max-w-form">
          <Form action={registerAction}>
            <TextField name="name" label={t('new.name')} required />
            <TextField name="slug" label={t('new.slug.label')} hint={t('new.slug.hint')} required />
            <TextField name="licence" label={t('new.licence.label')} hint={t('new.licence.hint')} required />
            <TextField
              name="homepage"
              label={t('new.homepage.label')}
              type="url"
              hint={t('new.homepage.hint')}
            />
            <TextareaField
              name="description"
              label={t('new.description.label')}
              hint={t('new.description.hint')}
            />
            <TextField name="textFields" label={t('new.textFields.label')} hint={t('new.textFields.hint')} />
            <TextField name="urlFields" label={t('new.urlFields.label')} hint={t('new.urlFields.hint')} />
            <TextField name="idField" label={t('field.id')} hint={t('new.idHint')} />
            <TextField name="authorField" label={t('field.author')} hint={t('new.authorHint')} />
            <TextField name="languageField" label={t('field.language')} hint={t('new.languageHint')} />
            <SubmitButton pendingLabel={t('new.submitting')}>{t('new.submit')}</SubmitButton>
          </Form>
        </div>
      )}
    </>
  )
}
