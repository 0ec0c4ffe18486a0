import { useT } from '#i18n'
import { Form } from '@/components/form/form'
import { SubmitButton } from '@/components/form/submit-button'
import { formatPercent } from '@/lib/format'
import type { Looked } from '@/lib/takedowns/reach-sample'
import { restAction } from './actions'

/** What the sample says of those nobody looked at, and what becomes of them. */
export function Rest({
  requestId,
  targetId,
  fuzzy,
  denied,
}: {
  requestId: string
  targetId: string
  fuzzy: Looked
  denied: string | null
}) {
  const t = useT('reach.target')
  const { drawn, looked, belong, rest, interval, mayTake } = fuzzy
  return (
    <div className="flex flex-col gap-2 text-sm">
      <p>{t('looked', { looked, drawn, belong })}</p>
      {interval ? (
        <p>{t('interval', { low: formatPercent(interval.low), high: formatPercent(interval.high) })}</p>
      ) : null}
      {rest > 0 && !denied ? (
        <>
          <p>{t('rest', { n: rest })}</p>
          <Form action={restAction}>
            <input type="hidden" name="requestId" value={requestId} />
            <input type="hidden" name="targetId" value={targetId} />
            <div className="flex flex-wrap gap-3">
              <SubmitButton
                name="rest"
                value="take"
                kind="secondary"
                disabledReason={mayTake ? null : t('cannotTake')}
              >
                {t('take')}
              </SubmitButton>
              <SubmitButton name="rest" value="drop" kind="secondary">
                {t('drop')}
              </SubmitButton>
            </div>
          </Form>
        </>
      ) : null}
    </div>
  )
}
