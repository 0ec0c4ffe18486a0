import { useT } from '#i18n'
import { CheckboxField } from '@/components/form/choice-fields'
import { TextField } from '@/components/form/fields'
import { Form } from '@/components/form/form'
import { SubmitButton } from '@/components/form/submit-button'
import type { ThrottleSettings } from '@/lib/throttle/settings'
import { throttleAction } from './actions'

/** How much a new detector may find before it is paused. */
export function ThrottleForm({
  datasetId,
  opened,
  settings,
}: {
  datasetId: string
  opened: string
  settings: ThrottleSettings
}) {
  const [t, label] = [useT('detectors.throttle'), useT('labels.verb')]
  return (
    <div className="max-w-form">
      <Form action={throttleAction}>
        <input type="hidden" name="datasetId" value={datasetId} />
        <input type="hidden" name="opened" value={opened} />
        <TextField
          name="throttleShare"
          label={t('share.label')}
          hint={t('share.hint')}
          inputMode="decimal"
          defaultValue={Math.round(settings.throttleShare * 1000) / 10}
          className="max-w-32"
        />
        <TextField
          name="throttleLeast"
          label={t('least.label')}
          hint={t('least.hint')}
          inputMode="numeric"
          defaultValue={settings.throttleLeast}
          className="max-w-32"
        />
        <CheckboxField
          name="throttleFirst"
          label={t('first.label')}
          hint={t('first.hint')}
          defaultChecked={settings.throttleFirst}
        />
        <SubmitButton kind="secondary" pendingLabel={label('saving')}>
          {label('save')}
        </SubmitButton>
      </Form>
    </div>
  )
}
