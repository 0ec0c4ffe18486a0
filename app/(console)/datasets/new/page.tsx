import type { Metadata } from 'next'
import { TextareaField, TextField } from '@/components/form/fields'
import { Form } from '@/components/form/form'
import { SubmitButton } from '@/components/form/submit-button'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { cannot } from '@/lib/auth/cannot'
import { requireMemberPage } from '@/lib/auth/session'
import { paths } from '@/lib/paths'
import { registerAction } from './actions'

export const metadata: Metadata = { title: 'Register a dataset' }

export default async function NewDatasetPage() {
  const actor = await requireMemberPage(paths.datasetNew())
  const denied = cannot(actor, 'dataset.create')
  return (
    <>
      <PageHeader
        title="Register a dataset"
        trail={[{ href: paths.datasets(), label: 'Datasets' }]}
        lead="What it is and what makes a row of it the same row. Afterwards give somebody the role of maintainer: they import and publish."
      />
      {denied ? (
        <EmptyState title="You cannot register datasets">{denied}</EmptyState>
      ) : (
        <div className="max-w-form">
          <Form action={registerAction}>
            <TextField name="name" label="Name" required />
            <TextField
              name="slug"
              label="Short name for addresses"
              hint="Lower-case letters, digits and hyphens, like harbour-forum. It cannot be changed."
              required
            />
            <TextField
              name="licence"
              label="Licence"
              hint="An SPDX name like CC-BY-4.0, or words when it has none."
              required
            />
            <TextField name="homepage" label="Homepage" type="url" hint="Optional." />
            <TextareaField
              name="description"
              label="Description"
              hint="Optional. One paragraph: what it holds and where it comes from."
            />
            <TextField
              name="textFields"
              label="Text fields"
              hint="Names, separated by commas: the fields that make a row what it is. Left empty, they are chosen from the first file. Fixed by the first import."
            />
            <TextField
              name="urlFields"
              label="Address fields that belong to the content"
              hint="Optional; for datasets of links and captions."
            />
            <TextField name="idField" label="Field with the source’s own id" hint="Optional." />
            <TextField
              name="authorField"
              label="Field with the author"
              hint="Optional. The index then keeps who wrote a row, so that people can opt out by name. Fixed by the first import."
            />
            <TextField
              name="languageField"
              label="Field with the language"
              hint="Optional. Without it, the language of a flagged row is told from its text."
            />
            <SubmitButton pendingLabel="Registering…">Register</SubmitButton>
          </Form>
        </div>
      )}
    </>
  )
}
