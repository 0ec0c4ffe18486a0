import { useT } from '#i18n'
import { CheckboxField } from '@/components/form/choice-fields'
import { TextField } from '@/components/form/fields'
import { Form } from '@/components/form/form'
import { SubmitButton } from '@/components/form/submit-button'
import type { GoldenSettings } from '@/lib/golden/settings'
import { EVERY_WHILE_HELD, LEAST_JUDGED, WINDOW } from '@/lib/golden/standing-rules'
import { goldenSettingsAction } from './actions'

/** How often reviewers are checked, and what follows from their answers. */
export function RulesForm({
  datasetId,
  opened,
  settings,
}: {
  datasetId: string
  opened: string
  settings: GoldenSettings
}) {
  const t = useT('golden.settings')
  const verb = useT('labels.verb')
  return (
    <div className="max-w-2xl">
      <Form action={goldenSettingsAction}>
        <input type="hidden" name="datasetId" value={datasetId} />
        <input type="hidden" name="opened" value={opened} />
        <TextField
          name="every"
          label={t('every.label')}
          hint={t('every.hint')}
          inputMode="numeric"
          defaultValue={settings.every}
          className="max-w-32"
        />
        <TextField
          name="warnBelow"
          label={t('warnBelow.label')}
          hint={t('warnBelow.hint', { last: String(WINDOW), least: String(LEAST_JUDGED) })}
          inputMode="numeric"
          defaultValue={percent(settings.warnBelow)}
          className="max-w-32"
        />
        <TextField
          name="holdBelow"
          label={t('holdBelow.label')}
          hint={t('holdBelow.hint', { every: String(EVERY_WHILE_HELD) })}
          inputMode="numeric"
          defaultValue={percent(settings.holdBelow)}
          className="max-w-32"
        />
        <CheckboxField name="secondLead" label={t('secondLead')} defaultChecked={settings.secondLead} />
        <SubmitButton pendingLabel={verb('saving')}>{verb('save')}</SubmitButton>
      </Form>
    </div>
  )
}

const percent = (share: number) => Math.round(share * 1000) / 10
