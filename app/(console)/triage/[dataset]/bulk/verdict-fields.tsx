import { RadioField } from '@/components/form/choice-fields'
import { SelectField } from '@/components/form/fields'
import type { BulkPolicy } from '@/lib/review/bulk-policies'
import { ACTION, ACTION_ORDER } from '@/lib/review/labels'

/** What is decided about all of them, and why. */
export function VerdictFields({ policy, category }: { policy: BulkPolicy; category?: string }) {
  const reasons = policy.reasons.filter((reason) => category === undefined || reason.category === category)
  return (
    <>
      <input type="hidden" name="datasetId" value={policy.datasetId} />
      <input type="hidden" name="policyVersionId" value={policy.policyVersionId} />
      <RadioField
        name="action"
        legend="What happens to them"
        options={ACTION_ORDER.map((action) => ({
          value: action,
          label: ACTION[action].verb,
          hint: ACTION[action].effect,
        }))}
      />
      <SelectField
        name="reasonCode"
        label="Reason"
        hint={`Of policy version ${policy.policyNumber}.${category === undefined ? ' Cases of another category are skipped.' : ''}`}
        placeholder="Choose a reason"
        options={reasons.map(({ code, label, actions }) => ({
          value: code,
          label: `${code}: ${label} (${actions.join(', ')})`,
        }))}
      />
    </>
  )
}
