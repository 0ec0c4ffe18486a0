import { CheckboxField } from '@/components/form/choice-fields'
import { TextField } from '@/components/form/fields'
import { Form } from '@/components/form/form'
import { SubmitButton } from '@/components/form/submit-button'
import type { GoldenSettings } from '@/lib/golden/settings'
import { EVERY_WHILE_HELD, LEAST_JUDGED, WINDOW } from '@/lib/golden/standing-rules'
import { goldenSettingsAction } from './actions'

/** How often reviewers are checked, and what follows from their answers. */
export function RulesForm({ datasetId, settings }: { datasetId: string; settings: GoldenSettings }) {
  return (
    <div className="max-w-2xl">
      <Form action={goldenSettingsAction}>
        <input type="hidden" name="datasetId" value={datasetId} />
        <TextField
          name="every"
          label="One check in so many cases"
          hint="About, by chance, so that nobody can count. 0: none."
          inputMode="numeric"
          defaultValue={settings.every}
          className="max-w-32"
        />
        <TextField
          name="warnBelow"
          label="Remind below, in per cent"
          hint={`Of a person’s last ${WINDOW} answers, once there are ${LEAST_JUDGED}. Only they read the reminder.`}
          inputMode="numeric"
          defaultValue={percent(settings.warnBelow)}
          className="max-w-32"
        />
        <TextField
          name="holdBelow"
          label="Ask another reviewer beside them below, in per cent"
          hint={`Their votes are kept and fill no quorum. They get one check in ${EVERY_WHILE_HELD} meanwhile, so that it passes soon.`}
          inputMode="numeric"
          defaultValue={percent(settings.holdBelow)}
          className="max-w-32"
        />
        <CheckboxField
          name="secondLead"
          label="A second lead confirms each check before it is used"
          defaultChecked={settings.secondLead}
        />
        <SubmitButton pendingLabel="Saving…">Save</SubmitButton>
      </Form>
    </div>
  )
}

const percent = (share: number) => Math.round(share * 1000) / 10
