'use client'

import { useRef } from 'react'
import { useT } from '#i18n'
import { RadioField } from '@/components/form/choice-fields'
import { TextareaField } from '@/components/form/fields'
import { Form } from '@/components/form/form'
import { SubmitButton } from '@/components/form/submit-button'
import { Button, LinkButton } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { DialogButton } from '@/components/ui/dialog'
import { useToast } from '@/components/ui/toast'
import { useHydrated } from '@/components/ui/use-hydrated'
import type { FormAction } from '@/lib/http/form-state'
import { paths } from '@/lib/paths'
import { ESCALATION_REASON_CODES, SKIP_REASON_CODES } from '@/lib/review/labels'
import { asQueue } from '@/lib/review/paths'
import { escalateAction, skipAction } from './actions'
import { CommandKey, Key } from './key'
import { secondsOf, useSendTo } from './shift'
import { useShift } from './shift-frame'
import { useReasonKeys } from './use-reason-keys'

/** What a reviewer can do with a case they hold, beside deciding it. */
export function ShiftBar() {
  const t = useT('decide.leave')
  const shift = useShift()
  const hydrated = useHydrated()
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
            posted={skipAction}
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
            posted={escalateAction}
            codes={ESCALATION_REASON_CODES}
            labelOf={(code) => t(`leadReason.${code}`)}
            legend={t('leadLegend')}
            submit={t('lead')}
          />
        </DialogButton>
      </span>
      {hydrated ? (
        <Button size="sm" kind="quiet" onClick={shift.leave} data-end>
          {t('end')} <CommandKey of="end" />
        </Button>
      ) : (
        // The claim runs out by itself.
        <LinkButton size="sm" kind="quiet" href={paths.queueSummary()}>
          {t('end')}
        </LinkButton>
      )}
    </>
  )
}

function LeaveForm<Code extends string>({
  verb,
  posted,
  codes,
  labelOf,
  legend,
  submit,
}: {
  verb: 'skips' | 'escalations'
  /** The same for a browser without scripts. */
  posted: FormAction
  codes: readonly Code[]
  labelOf: (code: Code) => string
  legend: string
  submit: string
}) {
  const t = useT('decide')
  const shift = useShift()
  const toast = useToast()
  const send = useSendTo(verb)
  const hydrated = useHydrated()
  const inside = useRef<HTMLDivElement>(null)
  useReasonKeys(inside, codes)
  if (!shift) return null
  return (
    <Form
      action={hydrated ? send : posted}
      onSuccess={({ data }) => {
        inside.current?.closest('dialog')?.close()
        if (isInSight(data)) toast({ text: t('leave.inSight') })
        shift.left(verb === 'skips' ? 'skipped' : 'asked', secondsOf(data))
      }}
    >
      <input type="hidden" name="datasetId" value={shift.at.datasetId} />
      <input type="hidden" name="caseId" value={shift.at.caseId} />
      <input type="hidden" name="queue" value={asQueue(shift.at.shift)} />
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

/** It was to leave every screen, and is beyond what its reviewer hides in a day. */
const isInSight = (data: unknown): boolean =>
  typeof data === 'object' && data !== null && 'inSight' in data && data.inSight === true

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
