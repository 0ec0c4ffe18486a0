import { ViewingField } from '@/app/(console)/queue/viewing-field'
import { CheckboxField } from '@/components/form/choice-fields'
import { TextField } from '@/components/form/fields'
import { Form } from '@/components/form/form'
import { ShowNow } from '@/components/form/show-now'
import { SubmitButton } from '@/components/form/submit-button'
import type { CategoryRow } from '@/lib/flags/queries'
import type { ReviewSettings } from '@/lib/review/edit-settings'
import { reviewSettingsAction } from './actions'

/** Who may review, and how much of what in a day. */
export function SettingsForm({
  datasetId,
  settings,
  categories,
  opened,
}: {
  datasetId: string
  settings: ReviewSettings
  categories: readonly CategoryRow[]
  /** What they are now, for whoever changes them meanwhile. */
  opened: string
}) {
  return (
    <div className="max-w-2xl">
      <Form action={reviewSettingsAction}>
        <input type="hidden" name="datasetId" value={datasetId} />
        <input type="hidden" name="opened" value={opened} />
        <ShowNow />
        <TextField
          name="minAccountDays"
          label="Days an account must be old"
          hint="Votes of newer accounts are kept and do not fill a quorum: three accounts made today are nobody’s agreement. 0 asks nothing."
          inputMode="numeric"
          defaultValue={settings.minAccountDays}
          className="max-w-32"
        />
        <CheckboxField
          name="maintainersReview"
          label="Maintainers of the dataset may review its cases"
          hint="When they are reviewers too. Without it they are served none."
          defaultChecked={settings.maintainersReview}
        />
        <CheckboxField
          name="volunteers"
          label="Anybody may offer to review"
          hint="On a public page. A lead accepts or declines each on the team page. Without it only admins add reviewers."
          defaultChecked={settings.volunteers}
        />
        <fieldset>
          <legend className="font-medium">At most so many cases a day for one person</legend>
          <p className="mt-1 mb-3 text-sm text-ink-soft">
            Per category. Empty: no limit but the one people set themselves.
          </p>
          <div className="grid gap-x-5 gap-y-4 sm:grid-cols-2 lg:grid-cols-3">
            {categories.map(({ id, label }) => (
              <TextField
                key={id}
                name={`cap.${id}`}
                label={label}
                inputMode="numeric"
                defaultValue={settings.dailyCaps[id] ?? ''}
              />
            ))}
          </div>
        </fieldset>
        <ViewingField categories={categories} viewing={settings.viewing} />
        <SubmitButton pendingLabel="Saving…">Save</SubmitButton>
      </Form>
    </div>
  )
}
