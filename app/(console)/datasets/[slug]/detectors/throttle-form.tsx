import { CheckboxField } from '@/components/form/choice-fields'
import { TextField } from '@/components/form/fields'
import { Form } from '@/components/form/form'
import { SubmitButton } from '@/components/form/submit-button'
import type { ThrottleSettings } from '@/lib/throttle/settings'
import { throttleAction } from './actions'

/** How much a new detector may find before it is paused. */
export function ThrottleForm({ datasetId, settings }: { datasetId: string; settings: ThrottleSettings }) {
  return (
    <div className="max-w-form">
      <Form action={throttleAction}>
        <input type="hidden" name="datasetId" value={datasetId} />
        <TextField
          name="throttleShare"
          label="Rows in which it may find something, in percent"
          hint="More than that, and it is paused. 100 pauses none."
          inputMode="decimal"
          defaultValue={Math.round(settings.throttleShare * 1000) / 10}
          className="max-w-32"
        />
        <TextField
          name="throttleLeast"
          label="Rows that are read before that is judged"
          hint="What it finds before is raised."
          inputMode="numeric"
          defaultValue={settings.throttleLeast}
          className="max-w-32"
        />
        <CheckboxField
          name="throttleFirst"
          label="Also at the first import"
          hint="Every detector is new to a dataset then. Without this none is watched in it."
          defaultChecked={settings.throttleFirst}
        />
        <SubmitButton kind="secondary" pendingLabel="Saving…">
          Save
        </SubmitButton>
      </Form>
    </div>
  )
}
