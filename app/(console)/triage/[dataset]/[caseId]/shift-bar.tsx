'use client'

import { type RefObject, useEffect, useRef } from 'react'
import { useT } from '#i18n'
import { RadioField } from '@/components/form/choice-fields'
import { TextareaField } from '@/components/form/fields'
import { Form } from '@/components/form/form'
import { SubmitButton } from '@/components/form/submit-button'
import { useKeymap } from '@/components/keys/keymap'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { DialogButton } from '@/components/ui/dialog'
import { commandOf, type Keymap } from '@/lib/keyboard/labels'
import { ESCALATION_REASON_CODES, SKIP_REASON_CODES } from '@/lib/review/labels'
import { CommandKey, Key } from './key'
import { useSendTo } from './shift'
import { useShift } from './shift-frame'

/** What a reviewer can do with a case they hold, beside deciding it. */
export function ShiftBar() {
  const t = useT('decide.leave')
  const shift = useShift()
  if (!shift) return null
  return (
    <>
      <span data-skip>
        <DialogButton
          size="sm"
          label={
            <>
              {t('skip')} <CommandKey of="skip" />
            </>
          }
          title={t('skipTitle')}
        >
          <LeaveForm
            verb="skips"
            codes={SKIP_REASON_CODES}
            labelOf={(code) => t(`skipReason.${code}`)}
            legend={t('skipLegend')}
            submit={t('skipIt')}
          />
        </DialogButton>
      </span>
      <span data-escalate>
        <DialogButton
          size="sm"
          label={
            <>
              {t('lead')} <CommandKey of="escalate" />
            </>
          }
          title={t('leadTitle')}
        >
          <LeaveForm
            verb="escalations"
            codes={ESCALATION_REASON_CODES}
            labelOf={(code) => t(`leadReason.${code}`)}
            legend={t('leadLegend')}
            submit={t('lead')}
          />
        </DialogButton>
      </span>
      <Button size="sm" kind="quiet" onClick={shift.leave}>
        {t('end')}
      </Button>
    </>
  )
}

function LeaveForm<Code extends string>({
  verb,
  codes,
  labelOf,
  legend,
  submit,
}: {
  verb: 'skips' | 'escalations'
  codes: readonly Code[]
  labelOf: (code: Code) => string
  legend: string
  submit: string
}) {
  const t = useT('decide')
  const shift = useShift()
  const send = useSendTo(verb)
  const inside = useRef<HTMLDivElement>(null)
  const keymap = useKeymap()
  useReasonKeys(inside, keymap.enabled ? codes : NO_CODES, keymap)
  if (!shift) return null
  return (
    <Form
      action={send}
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
              {labelOf(code)} <Key>{i + 1}</Key>
            </>
          ),
        }))}
      />
      <TextareaField name="note" label={t('note')} hint={t('leave.noteHint')} rows={2} />
      <div ref={inside}>
        <SubmitButton pendingLabel={t('recording')}>{submit}</SubmitButton>
      </div>
    </Form>
  )
}

const NO_CODES: readonly string[] = []

/** One hand, wherever in the dialog the focus is: the number of a reason chooses it, Enter or the key that submits sends. */
function useReasonKeys(
  inside: RefObject<HTMLElement | null>,
  codes: readonly string[],
  keymap: Keymap,
): void {
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
      } else if (
        commandOf(keymap, event.key) === 'submit' ||
        (event.key === 'Enter' && !(event.target instanceof HTMLButtonElement))
      )
        form?.requestSubmit()
      else return
      event.preventDefault()
    }
    dialog?.addEventListener('keydown', onKey)
    return () => dialog?.removeEventListener('keydown', onKey)
  }, [inside, codes, keymap])
}

/** Somebody else may have it by now. */
export function ClaimLost() {
  const t = useT('decide')
  const shift = useShift()
  if (!shift || shift.held) return null
  return (
    <Callout tone="warn" title={t('leave.lost')}>
      {t('leave.lostText')}{' '}
      <Button size="sm" onClick={shift.goOn}>
        {t('nextCase')}
      </Button>
    </Callout>
  )
}
