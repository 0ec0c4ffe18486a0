import { CheckboxesField, CheckboxField, RadioField } from '@/components/form/choice-fields'
import { TextareaField, TextField } from '@/components/form/fields'
import { Form } from '@/components/form/form'
import { SubmitButton } from '@/components/form/submit-button'
import { formatPlural } from '@/lib/format'
import type { CaseDecision } from '@/lib/review/case-facts'
import type { CaseView } from '@/lib/review/case-view'
import { ACTION, ACTION_ORDER } from '@/lib/review/labels'
import { nominateAction } from '../actions'

/** Filled in with what was decided, which need not be what is expected. */
export function NominateForm({ view, decided }: { view: CaseView; decided: CaseDecision }) {
  const { reasons } = view.policy
  const possible = ACTION_ORDER.filter((action) => reasons.some(({ actions }) => actions.includes(action)))
  const options = possible.map((action) => ({ value: action, label: ACTION[action].verb }))
  return (
    <div className="max-w-2xl">
      <Form action={nominateAction}>
        <input type="hidden" name="datasetId" value={view.datasetId} />
        <input type="hidden" name="caseId" value={view.id} />
        <input type="hidden" name="decisionId" value={decided.id} />
        <RadioField
          name="preferred"
          legend="The best answer"
          options={options}
          defaultValue={decided.action}
        />
        <CheckboxesField
          name="alsoRight[]"
          legend="Also right"
          hint="What somebody may choose who has read the policy well."
          options={options}
        />
        <CheckboxesField
          name="reasons[]"
          legend="Right reasons"
          hint="None ticked: any reason that carries the action."
          options={reasons.map(({ code, label }) => ({ value: code, label: `${label} (${code})` }))}
          defaultValues={[decided.reasonCode]}
        />
        {decided.spans.length > 0 ? (
          <>
            <CheckboxField
              name="judgePassages"
              label="The passages count too"
              hint={`The decision masks ${formatPlural(decided.spans.length, 'passage')}. A redaction has to match them in part.`}
              defaultChecked
            />
            <TextField
              name="leastOverlap"
              label="Match that is enough, in per cent"
              hint="By characters: twice what both mask, of what each masks (F1)."
              inputMode="numeric"
              defaultValue={50}
              className="max-w-32"
            />
          </>
        ) : null}
        <TextareaField
          name="rationale"
          label="Why"
          hint="Every reviewer who answered it reads this. It is kept under the key of the item and goes when that is erased."
          rows={4}
        />
        <SubmitButton pendingLabel="Making it…">Make it a check</SubmitButton>
      </Form>
    </div>
  )
}
