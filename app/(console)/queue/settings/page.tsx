import type { Metadata } from 'next'
import { CheckboxesField } from '@/components/form/choice-fields'
import { TextField } from '@/components/form/fields'
import { Form } from '@/components/form/form'
import { SubmitButton } from '@/components/form/submit-button'
import { PageHeader } from '@/components/ui/page-header'
import { requireMemberPage } from '@/lib/auth/session'
import { paths } from '@/lib/paths'
import { CATEGORY_CONTENT } from '@/lib/review/labels'
import { choosableCategories, preferencesOf } from '@/lib/review/preferences'
import { queuesFor } from '@/lib/review/shift'
import { languageName } from '@/lib/text/language'
import { savePreferencesAction } from '../actions'
import { ViewingField } from '../viewing-field'

export const metadata: Metadata = { title: 'What I see' }

/** Asked before the first case, and open to change at any time. */
export default async function QueueSettingsPage() {
  const actor = await requireMemberPage(paths.queueSettings())
  const [preferences, categories, datasets] = await Promise.all([
    preferencesOf(actor),
    choosableCategories(),
    queuesFor(actor),
  ])
  const chosen =
    preferences?.categories ?? categories.filter(({ sensitive }) => !sensitive).map(({ id }) => id)
  return (
    <>
      <PageHeader
        title={preferences ? 'What I see' : 'Before your first case'}
        trail={preferences ? [{ href: paths.queues(), label: 'Queue' }] : undefined}
        lead="You decide what you are shown. Nothing here is seen by others, and you can change it at any time, also in the middle of a day."
      />
      <div className="max-w-xl">
        <Form action={savePreferencesAction}>
          <CheckboxesField
            name="categories[]"
            legend="I agree to see cases of"
            hint="A category you leave out is never served to you, not even in a queue that holds it."
            options={categories.map(({ id, label }) => ({ value: id, label, hint: CATEGORY_CONTENT[id] }))}
            defaultValues={chosen}
          />
          <TextField
            name="dailyCap"
            label="At most so many sensitive cases a day, of each category"
            hint="Empty: the limit of the dataset, if it has one. Covering a text does not protect from what you then read; fewer of them do."
            inputMode="numeric"
            defaultValue={preferences?.dailyCap ?? ''}
            className="max-w-32"
          />
          <div className="grid gap-5 sm:grid-cols-2">
            <TextField
              name="breakAfter"
              label="A pause after so many"
              hint="Sensitive cases in a row. Empty: none."
              inputMode="numeric"
              defaultValue={preferences ? (preferences.breakAfter ?? '') : 30}
            />
            <TextField
              name="breakMinutes"
              label="Minutes it lasts"
              hint="Other cases go on meanwhile."
              inputMode="numeric"
              defaultValue={preferences?.breakMinutes ?? 10}
            />
          </div>
          <TextField
            name="languages"
            label="Languages I read"
            hint="With commas between them, like English, French. You are served no case in another language, only those whose language cannot be told. Empty: any."
            defaultValue={preferences?.languages?.map(languageName).join(', ')}
            autoComplete="off"
            spellCheck={false}
          />
          <ViewingField
            categories={categories}
            viewing={preferences?.viewing ?? {}}
            own={new Set(Object.keys(preferences?.viewing ?? {}))}
          />
          {datasets.length > 0 ? (
            <CheckboxesField
              name="conflicts[]"
              legend="I have an interest of my own in"
              hint="You wrote for it, were paid by its makers, or it holds your work: then others judge it."
              options={datasets.map(({ datasetId, name }) => ({ value: datasetId, label: name }))}
              defaultValues={preferences?.recused ?? []}
            />
          ) : null}
          <SubmitButton>{preferences ? 'Save' : 'Begin'}</SubmitButton>
        </Form>
      </div>
    </>
  )
}
