import { TextField } from '@/components/form/fields'
import { Form } from '@/components/form/form'
import { SubmitButton } from '@/components/form/submit-button'
import type { BandSettings as Settings } from '@/lib/bulk/settings'
import { bandSettingsAction } from '../bulk/actions'

/** How large a sample is, and how well it has to agree. */
export function BandSettings({ datasetId, settings }: { datasetId: string; settings: Settings }) {
  return (
    <div className="max-w-form">
      <Form action={bandSettingsAction}>
        <input type="hidden" name="datasetId" value={datasetId} />
        <TextField
          name="bandSample"
          label="Cases in a sample"
          hint="From 5 to 500. With 40, all but one have to agree to show 85 %."
          inputMode="numeric"
          defaultValue={settings.bandSample}
          className="max-w-32"
        />
        <TextField
          name="bandAgreement"
          label="Agreement it has to show, in percent"
          hint="The lower end of the 95 % interval (Wilson’s) has to reach it."
          inputMode="decimal"
          defaultValue={Math.round(settings.bandAgreement * 1000) / 10}
          className="max-w-32"
        />
        <SubmitButton kind="secondary" pendingLabel="Saving…">
          Save
        </SubmitButton>
      </Form>
    </div>
  )
}
