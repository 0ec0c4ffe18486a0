import type { Metadata } from 'next'
import { TextField } from '@/components/form/fields'
import { Form } from '@/components/form/form'
import { ShowNow } from '@/components/form/show-now'
import { SubmitButton } from '@/components/form/submit-button'
import { DescriptionList } from '@/components/ui/description-list'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader, Section } from '@/components/ui/page-header'
import { cannot } from '@/lib/auth/cannot'
import { requireMemberPage } from '@/lib/auth/session'
import { type DatasetView, datasetBySlug, revisionsOf } from '@/lib/datasets/queries'
import { fieldsAsOpened } from '@/lib/datasets/settings'
import { orNotFound } from '@/lib/http/or-not-found'
import { paths } from '@/lib/paths'
import { fieldsAction, profilesAction } from './actions'

export const metadata: Metadata = { title: 'Settings' }

export default async function SettingsPage({ params }: PageProps<'/datasets/[slug]/settings'>) {
  const { slug } = await params
  const actor = await requireMemberPage(paths.datasetSettings(slug))
  const dataset = await orNotFound(datasetBySlug(slug))
  const denied = cannot(actor, 'dataset.edit', dataset.id)
  const imported = (await revisionsOf(dataset.id)).length > 0
  return (
    <>
      <PageHeader title="Settings" trail={[{ href: paths.dataset(slug), label: dataset.name }]} />
      {denied ? (
        <EmptyState title="You cannot change this dataset">{denied}</EmptyState>
      ) : (
        <>
          <Profiles dataset={dataset} />
          <Section title="Where rows come from">
            {imported ? <FixedFields dataset={dataset} /> : <Fields dataset={dataset} />}
          </Section>
        </>
      )}
    </>
  )
}

function Profiles({ dataset }: { dataset: DatasetView }) {
  return (
    <Section title="For whom releases are made">
      <div className="max-w-form">
        <p className="mb-4">
          For the world always. A profile beside it is a place with laws of its own: a decision can hold in
          some of them only, and a release for one has the decisions that hold there or everywhere. Every
          change stands in the log.
        </p>
        <Form action={profilesAction}>
          <input type="hidden" name="datasetId" value={dataset.id} />
          <input type="hidden" name="opened" value={dataset.territories.join()} />
          <ShowNow />
          <TextField
            name="territories"
            label="Profiles beside the world"
            hint="Short words with commas between them, like eu, us. Releases that were made for one you leave out stay."
            defaultValue={dataset.territories.join(', ')}
            autoComplete="off"
            spellCheck={false}
          />
          <SubmitButton pendingLabel="Saving…">Save the profiles</SubmitButton>
        </Form>
      </div>
    </Section>
  )
}

function Fields({ dataset }: { dataset: DatasetView }) {
  return (
    <div className="max-w-form">
      <p className="mb-4">
        The first import fixes these. People who opt out name what they made by its id, its address or its
        author.
      </p>
      <Form action={fieldsAction}>
        <input type="hidden" name="datasetId" value={dataset.id} />
        <input type="hidden" name="opened" value={fieldsAsOpened(dataset)} />
        <ShowNow />
        <TextField
          name="idField"
          label="Field with the source’s own id"
          hint="Left empty, it is chosen from the first file."
          defaultValue={dataset.idField ?? ''}
        />
        <TextField
          name="authorField"
          label="Field with the author"
          hint="Left empty, who wrote a row is not kept, and nobody can opt out by name."
          defaultValue={dataset.authorField ?? ''}
        />
        <TextField
          name="languageField"
          label="Field with the language"
          hint="Left empty, the language of a flagged row is told from its text."
          defaultValue={dataset.languageField ?? ''}
        />
        <SubmitButton pendingLabel="Saving…">Save the fields</SubmitButton>
      </Form>
    </div>
  )
}

function FixedFields({ dataset }: { dataset: DatasetView }) {
  return (
    <>
      <DescriptionList
        items={[
          { term: 'Id', detail: dataset.idField ?? 'none' },
          { term: 'Author', detail: dataset.authorField ?? 'not kept' },
          { term: 'Language', detail: dataset.languageField ?? 'told from the text' },
        ]}
      />
      <p className="mt-3 text-sm text-ink-soft">
        The first import has fixed them: what a revision’s index does not have cannot be asked of it.
      </p>
    </>
  )
}
