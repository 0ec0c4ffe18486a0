'use client'

import { type RefObject, useEffect, useRef } from 'react'
import { RadioField } from '@/components/form/choice-fields'
import { TextareaField } from '@/components/form/fields'
import { Form } from '@/components/form/form'
import { SubmitButton } from '@/components/form/submit-button'
import { useKeymap } from '@/components/keys/keymap'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { DialogButton } from '@/components/ui/dialog'
import {
  ESCALATION_REASON_CODES,
  ESCALATION_REASONS,
  SKIP_REASON_CODES,
  SKIP_REASONS,
} from '@/lib/review/labels'
import { CommandKey, Key } from './key'
import { sendTo } from './shift'
import { useShift } from './shift-frame'

/** What a reviewer can do with a case they hold, beside deciding it. */
export function ShiftBar() {
  const shift = useShift()
  if (!shift) return null
  return (
    <>
      <span data-skip>
        <DialogButton
          size="sm"
          label={
            <>
              Skip <CommandKey of="skip" />
            </>
          }
          title="Leave this case to others"
        >
          <LeaveForm
            verb="skips"
            codes={SKIP_REASON_CODES}
            labels={SKIP_REASONS}
            legend="Why"
            submit="Skip it"
          />
        </DialogButton>
      </span>
      <span data-escalate>
        <DialogButton
          size="sm"
          label={
            <>
              Ask a lead <CommandKey of="escalate" />
            </>
          }
          title="Ask a lead to decide"
        >
          <LeaveForm
            verb="escalations"
            codes={ESCALATION_REASON_CODES}
            labels={ESCALATION_REASONS}
            legend="Why a lead should look"
            submit="Ask a lead"
          />
        </DialogButton>
      </span>
      <Button size="sm" kind="quiet" onClick={shift.leave}>
        End for today
      </Button>
    </>
  )
}

function LeaveForm({
  verb,
  codes,
  labels,
  legend,
  submit,
}: {
  verb: string
  codes: readonly string[]
  labels: Readonly<Record<string, string>>
  legend: string
  submit: string
}) {
  const shift = useShift()
  const inside = useRef<HTMLDivElement>(null)
  const { enabled } = useKeymap()
  useReasonKeys(inside, enabled ? codes : NO_CODES)
  if (!shift) return null
  return (
    <Form
      action={SEND[verb] ?? sendTo(verb)}
      onSuccess={() => {
        inside.current?.closest('dialog')?.close()
        shift.goOn()
      }}
    >
      <input type="hidden" name="datasetId" value={shift.at.datasetId} />
      <input type="hidden" name="caseId" value={shift.at.caseId} />
      <RadioField
        name="reason"
        legend={legend}
        options={codes.map((code, i) => ({
          value: code,
          label: (
            <>
              {labels[code]} <Key>{i + 1}</Key>
            </>
          ),
        }))}
      />
      <TextareaField
        name="note"
        label="Note"
        hint="For the team, never published. May stay empty."
        rows={2}
      />
      <div ref={inside}>
        <SubmitButton pendingLabel="Recording…">{submit}</SubmitButton>
      </div>
    </Form>
  )
}

const NO_CODES: readonly string[] = []

/** One hand, wherever in the dialog the focus is: the number of a reason chooses it, Enter sends. */
function useReasonKeys(inside: RefObject<HTMLElement | null>, codes: readonly string[]): void {
  // The dialog belongs to the button that opens it.
  useEffect(() => {
    const dialog = inside.current?.closest('dialog')
    const onKey = (event: KeyboardEvent) => {
      if (event.target instanceof HTMLTextAreaElement || event.ctrlKey || event.metaKey || event.altKey)
        return
      const form = inside.current?.closest('form')
      const wanted = codes[Number(event.key) - 1]
      if (wanted) {
        const choice = form?.querySelector<HTMLInputElement>(`input[value="${wanted}"]`)
        // With the focus on it, Enter sends the form and not the button that had it.
        choice?.focus()
        choice?.click()
      } else if (event.key === 'Enter' && !(event.target instanceof HTMLButtonElement)) form?.requestSubmit()
      else return
      event.preventDefault()
    }
    dialog?.addEventListener('keydown', onKey)
    return () => dialog?.removeEventListener('keydown', onKey)
  }, [inside, codes])
}

/** One function for each verb: a form's action must stay the same between renders. */
const SEND: Readonly<Record<string, ReturnType<typeof sendTo>>> = {
  skips: sendTo('skips'),
  escalations: sendTo('escalations'),
}

/** Somebody else may have it by now. */
export function ClaimLost() {
  const shift = useShift()
  if (!shift || shift.held) return null
  return (
    <Callout tone="warn" title="Your claim of this case has ended">
      It was passed on while you were away.{' '}
      <Button size="sm" onClick={shift.goOn}>
        Next case
      </Button>
    </Callout>
  )
}
