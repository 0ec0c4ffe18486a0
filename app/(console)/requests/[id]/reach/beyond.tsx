import { useT } from '#i18n'
import { ActionButton } from '@/components/form/action-button'
import { RadioField } from '@/components/form/choice-fields'
import { Form } from '@/components/form/form'
import { SubmitButton } from '@/components/form/submit-button'
import { Callout } from '@/components/ui/callout'
import type { Beyond as BeyondRows } from '@/lib/takedowns/beyond'
import { NOT_MEANT } from '@/lib/takedowns/not-meant-reasons'
import { leaveAction, nextAction } from './actions'

/** That more rows are like it than are in hand, and the ways to go on: to look at the next ones, or to leave them, with a reason. */
export function Beyond({
  requestId,
  beyond: { targetId, rows, left },
  inHand,
  toSettle,
  denied,
}: {
  requestId: string
  beyond: BeyondRows
  inHand: number
  toSettle: boolean
  denied: string | null
}) {
  const t = useT('reach.target')
  const why = useT('reach.target.why')
  const first = toSettle ? t('beyondFirst') : null
  return (
    <div className="flex flex-col gap-3">
      {left ? (
        <p className="text-sm">{t('beyondLeft', { n: rows })}</p>
      ) : (
        <Callout tone="warn">{t('beyond', { n: rows, items: inHand })}</Callout>
      )}
      {denied ? null : (
        <>
          <ActionButton
            action={nextAction}
            fields={{ requestId, targetId }}
            pendingLabel={t('goingOn')}
            disabledReason={first}
          >
            {t('goOn')}
          </ActionButton>
          {left || toSettle ? null : (
            <details>
              <summary className="cursor-pointer font-medium">{t('leaveTitle')}</summary>
              <div className="mt-3 max-w-form">
                <Form action={leaveAction}>
                  <input type="hidden" name="requestId" value={requestId} />
                  <input type="hidden" name="targetId" value={targetId} />
                  <RadioField
                    name="why"
                    legend={why('legend')}
                    options={NOT_MEANT.map((value) => ({ value, label: why(value) }))}
                  />
                  <SubmitButton kind="secondary" pendingLabel={t('narrowing')}>
                    {t('leave')}
                  </SubmitButton>
                </Form>
              </div>
            </details>
          )}
        </>
      )}
    </div>
  )
}
