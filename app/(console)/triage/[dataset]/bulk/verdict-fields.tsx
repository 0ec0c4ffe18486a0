import { useT } from '#i18n'
import { RadioField } from '@/components/form/choice-fields'
import { SelectField } from '@/components/form/fields'
import type { BulkPolicy } from '@/lib/review/bulk-policies'
import { ACTION_ORDER } from '@/lib/review/labels'

/** What is decided about all of them, and why. */
export function VerdictFields({ policy, category }: { policy: BulkPolicy; category?: string }) {
  const t = useT('triage.verdict')
  const labels = useT('labels.action')
  const verbOf = (code: string) => {
    const action = ACTION_ORDER.find((known) => known === code)
    return action ? labels(`${action}.verb`).toLowerCase() : code
  }
  const reasons = policy.reasons.filter((reason) => category === undefined || reason.category === category)
  return (
    <>
      <input type="hidden" name="datasetId" value={policy.datasetId} />
      <input type="hidden" name="policyVersionId" value={policy.policyVersionId} />
      <RadioField
        name="action"
        legend={t('legend')}
        options={ACTION_ORDER.map((action) => ({
          value: action,
          label: labels(`${action}.verb`),
          hint: labels(`${action}.effect`),
        }))}
      />
      <SelectField
        name="reasonCode"
        label={t('reason')}
        hint={t(category === undefined ? 'policySkips' : 'policy', { version: String(policy.policyNumber) })}
        placeholder={t('chooseReason')}
        options={reasons.map(({ code, label, actions }) => ({
          value: code,
          label: `${code}: ${label} (${actions.map(verbOf).join(', ')})`,
        }))}
      />
    </>
  )
}
