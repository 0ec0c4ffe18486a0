import { useT } from '#i18n'
import { TextField } from '@/components/form/fields'
import { Form } from '@/components/form/form'
import { SubmitButton } from '@/components/form/submit-button'
import type { BandSettings as Settings } from '@/lib/bulk/settings'
import { bandSettingsAction } from '../bulk/actions'

/** How large a sample is, and how well it has to agree. */
export function BandSettings({
  datasetId,
  opened,
  settings,
}: {
  datasetId: string
  opened: string
  settings: Settings
}) {
  const t = useT('bands.settings')
  const labels = useT('labels.verb')
  return (
    <div className="max-w-form">
      <Form action={bandSettingsAction}>
        <input type="hidden" name="datasetId" value={datasetId} />
        <input type="hidden" name="opened" value={opened} />
        <TextField
          name="bandSample"
          label={t('sample')}
          hint={t('sampleHint')}
          inputMode="numeric"
          defaultValue={settings.bandSample}
          className="max-w-32"
        />
        <TextField
          name="bandAgreement"
          label={t('agreement')}
          hint={t('agreementHint')}
          inputMode="decimal"
          defaultValue={Math.round(settings.bandAgreement * 1000) / 10}
          className="max-w-32"
        />
        <SubmitButton kind="secondary" pendingLabel={labels('saving')}>
          {labels('save')}
        </SubmitButton>
      </Form>
    </div>
  )
}
