import { useT } from '#i18n'
import { LimitsField } from '@/app/(console)/queue/limits-field'
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
  site,
}: {
  datasetId: string
  settings: ReviewSettings
  categories: readonly CategoryRow[]
  /** What they are now, for whoever changes them meanwhile. */
  opened: string
  /** How texts are shown in all datasets, in words. */
  site: string
}) {
  const t = useT('queues.forAll')
  const viewing = useT('viewing')
  const verb = useT('labels.verb')
  return (
    <div className="max-w-2xl">
      <Form action={reviewSettingsAction}>
        <input type="hidden" name="datasetId" value={datasetId} />
        <input type="hidden" name="opened" value={opened} />
        <ShowNow />
        <TextField
          name="minAccountDays"
          label={t('minAccountDays.label')}
          hint={t('minAccountDays.hint')}
          inputMode="numeric"
          defaultValue={settings.minAccountDays}
          className="max-w-32"
        />
        <CheckboxField
          name="maintainersReview"
          label={t('maintainersReview.label')}
          hint={t('maintainersReview.hint')}
          defaultChecked={settings.maintainersReview}
        />
        <CheckboxField
          name="volunteers"
          label={t('volunteers.label')}
          hint={t('volunteers.hint')}
          defaultChecked={settings.volunteers}
        />
        <LimitsField
          categories={categories}
          caps={settings.dailyCaps}
          breaks={settings.breaks}
          hint={t('limits')}
        />
        <ViewingField
          categories={categories}
          viewing={settings.viewing}
          own={new Set(Object.keys(settings.viewing))}
          here
          hint={viewing('field.hereHint', { site })}
        />
        <SubmitButton pendingLabel={verb('saving')}>{verb('save')}</SubmitButton>
      </Form>
    </div>
  )
}
