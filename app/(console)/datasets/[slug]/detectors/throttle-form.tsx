import { useT } from '#i18n'
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
          defaultValue={inPercent(settings.throttleShare)}
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
        <TextField
          name="throttleFirstShare"
          label={t('first.label')}
          hint={t('first.hint')}
          inputMode="decimal"
          defaultValue={inPercent(settings.throttleFirstShare)}
          className="max-w-32"
        />
        <SubmitButton kind="secondary" pendingLabel={label('saving')}>
          {label('save')}
        </SubmitButton>
      </Form>
    </div>
  )
}

const inPercent = (share: number) => Math.round(share * 1000) / 10
