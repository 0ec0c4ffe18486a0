import { useT } from '#i18n'
import { TextField } from '@/components/form/fields'
import { Form } from '@/components/form/form'
import { SubmitButton } from '@/components/form/submit-button'
import { ALWAYS_ALONE, type SecondPerson } from '@/lib/takedowns/second-person'
import { secondPersonAction } from './actions'

/** How far a takedown may reach before a second person has to agree. */
export function SecondPersonForm({
  datasetId,
  opened,
  settings,
}: {
  datasetId: string
  opened: string
  settings: SecondPerson
}) {
  const [t, label] = [useT('reach.second'), useT('labels.verb')]
  return (
    <div className="max-w-form">
      <p className="mb-4 max-w-prose">{t('lead', { alone: ALWAYS_ALONE })}</p>
      <Form action={secondPersonAction}>
        <input type="hidden" name="datasetId" value={datasetId} />
        <input type="hidden" name="opened" value={opened} />
        <TextField
          name="secondRows"
          label={t('rows')}
          inputMode="numeric"
          defaultValue={settings.secondRows}
          className="max-w-32"
        />
        <TextField
          name="secondShare"
          label={t('share')}
          inputMode="decimal"
          defaultValue={Math.round(settings.secondShare * 100_000) / 1000}
          className="max-w-32"
        />
        <SubmitButton kind="secondary" pendingLabel={label('saving')}>
          {label('save')}
        </SubmitButton>
      </Form>
    </div>
  )
}
