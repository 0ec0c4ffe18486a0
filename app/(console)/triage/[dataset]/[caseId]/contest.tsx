import { TextareaField } from '@/components/form/fields'
import { Form } from '@/components/form/form'
import { SubmitButton } from '@/components/form/submit-button'
import { DialogButton } from '@/components/ui/dialog'
import type { CaseView } from '@/lib/review/case-view'
import { appealAction } from './actions'

/** For somebody of the team who does not agree with the decision in force. */
export function Contest({ view }: { view: CaseView }) {
  if (view.cannotAppeal || !view.inForce) return null
  return (
    <div>
      <DialogButton size="sm" label="Contest this decision" title="Contest this decision">
        <p className="text-sm text-ink-soft">
          The case is opened again for people who had no part in it. Until they have decided, the decision
          holds. They read what you write.
        </p>
        <Form action={appealAction}>
          <input type="hidden" name="datasetId" value={view.datasetId} />
          <input type="hidden" name="caseId" value={view.id} />
          <input type="hidden" name="decisionId" value={view.inForce.id} />
          <TextareaField name="grounds" label="What was overlooked" rows={4} />
          <SubmitButton pendingLabel="Opening it again…">Open it again</SubmitButton>
        </Form>
      </DialogButton>
    </div>
  )
}

/** Why a decision is contested. Folded: it may quote a text that is covered. */
export function Grounds({ view: { grounds } }: { view: CaseView }) {
  if (!grounds) return null
  return (
    <details className="text-sm">
      <summary className="text-ink-soft">Why it is contested</summary>
      <p className="mt-1 ps-4 wrap-anywhere whitespace-pre-line">{grounds}</p>
    </details>
  )
}
