'use client'

import { useState } from 'react'
import { Form } from '@/components/form/form'
import { SelectField, TextField } from '@/components/form/fields'
import { RadioField } from '@/components/form/choice-fields'
import { SubmitButton } from '@/components/form/submit-button'
import { DialogButton } from '@/components/ui/dialog'
import { useToast } from '@/components/ui/toast'
import { formatPlural } from '@/lib/format'
import type { FormState } from '@/lib/http/form-state'
import type { BulkPolicy } from '@/lib/review/bulk-policies'
import { ACTION } from '@/lib/review/labels'
import { ACTIONS } from '@/lib/review/status'
import { decideManyAction, previewManyAction } from './actions'
import { BulkPreview, isBatch, type Previewed } from './bulk-preview'

/**
 * One decision on the selected cases. First a preview says what it would do to which; what is then confirmed is exactly
 * what was previewed.
 */
export function BulkDecision({
  ids,
  policies,
  onDone,
}: {
  /** `dataset id/case id` */
  ids: readonly string[]
  policies: readonly BulkPolicy[]
  onDone: () => void
}) {
  const datasets = new Set(ids.map((id) => id.slice(0, id.indexOf('/'))))
  const policy = policies.find(({ datasetId }) => datasets.has(datasetId))
  const reason =
    datasets.size > 1
      ? 'Select cases of one dataset: each has its own policy.'
      : (policy?.denied ?? (policy ? null : 'Select a case.'))
  return (
    <DialogButton
      label="Decide…"
      title={`Decide ${formatPlural(ids.length, 'case')}`}
      kind="primary"
      size="sm"
      disabledReason={reason}
    >
      {policy && !reason ? (
        <BulkForm
          key={ids.join()}
          caseIds={ids.map((id) => id.slice(id.indexOf('/') + 1))}
          policy={policy}
          onDone={onDone}
        />
      ) : null}
    </DialogButton>
  )
}

function BulkForm({
  caseIds,
  policy,
  onDone,
}: {
  caseIds: string[]
  policy: BulkPolicy
  onDone: () => void
}) {
  const [previewed, setPreviewed] = useState<Previewed | null>(null)
  const toast = useToast()

  function keepPreview(state: Extract<FormState, { ok: true }>, form: FormData) {
    if (isBatch(state.data)) setPreviewed({ view: state.data, form })
  }

  if (previewed) {
    return (
      <BulkPreview
        previewed={previewed}
        action={decideManyAction}
        onBack={() => setPreviewed(null)}
        onSuccess={(state) => {
          toast({ text: state.message ?? 'Decided.' })
          onDone()
        }}
      />
    )
  }
  return <BulkFields caseIds={caseIds} policy={policy} onPreview={keepPreview} />
}

function BulkFields({
  caseIds,
  policy,
  onPreview,
}: {
  caseIds: string[]
  policy: BulkPolicy
  onPreview: (state: Extract<FormState, { ok: true }>, form: FormData) => void
}) {
  const [sent, setSent] = useState<FormData>(new FormData())
  // Remembers what was asked, so that the confirmation repeats it to the letter.
  async function preview(previous: FormState, form: FormData): Promise<FormState> {
    setSent(form)
    return previewManyAction(previous, form)
  }
  return (
    <Form action={preview} onSuccess={(state) => onPreview(state, sent)}>
      <input type="hidden" name="datasetId" value={policy.datasetId} />
      <input type="hidden" name="policyVersionId" value={policy.policyVersionId} />
      {caseIds.map((id) => (
        <input key={id} type="hidden" name="caseIds[]" value={id} />
      ))}
      <RadioField
        name="action"
        legend="What happens to them"
        options={ACTIONS.map((action) => ({
          value: action,
          label: ACTION[action].verb,
          hint: ACTION[action].effect,
        }))}
      />
      <SelectField
        name="reasonCode"
        label="Reason"
        hint={`Of policy version ${policy.policyNumber}. Cases of another category are skipped.`}
        placeholder="Choose a reason"
        options={policy.reasons.map(({ code, label, actions }) => ({
          value: code,
          label: `${code}: ${label} (${actions.join(', ')})`,
        }))}
      />
      <TextField name="note" label="Note for the team" hint="Optional. Never published." />
      <SubmitButton pendingLabel="Looking…">Preview</SubmitButton>
    </Form>
  )
}
