'use client'

import { useT } from '#i18n'
import { TextareaField } from '@/components/form/fields'
import { Form } from '@/components/form/form'
import { SubmitButton } from '@/components/form/submit-button'
import { Badge } from '@/components/ui/badge'
import { DescriptionList } from '@/components/ui/description-list'
import type { Feedback } from '@/lib/golden/feedback'
import { standingFollows } from '@/lib/golden/labels'
import { AGAIN_DAYS_HELD, LEAST_JUDGED } from '@/lib/golden/standing-rules'
import { objectAction } from './actions'

/** What a golden item expected, why, and what the policy says: to learn from, whatever was answered. */
export function CheckAnswer({ check }: { check: Feedback }) {
  const t = useT('decide.check')
  const items = useAnswerItems(check)
  return (
    <div className="flex flex-col gap-4 text-sm">
      <p className="text-ink-soft">
        {t('lead')} {check.retired ? t('retired') : ''}
      </p>
      <DescriptionList items={items} />
      {check.rationale ? (
        <div>
          <h3 className="mb-1 font-medium">{t('why')}</h3>
          <p className="wrap-anywhere whitespace-pre-line">{check.rationale}</p>
        </div>
      ) : null}
      {check.reasons.length > 0 ? (
        <div>
          <h3 className="mb-1 font-medium">{t('policy')}</h3>
          <ul className="flex flex-col gap-2">
            {check.reasons.map(({ code, label, guidance }) => (
              <li key={code}>
                <span className="font-medium">{label}</span> <code className="font-mono text-xs">{code}</code>
                {guidance ? <p className="text-ink-soft">{guidance}</p> : null}
              </li>
            ))}
          </ul>
        </div>
      ) : null}
      <StandingOf check={check} />
      <Objection check={check} />
    </div>
  )
}

const followsWith = ({ toCome }: Feedback['standing']) => ({
  ...{ least: String(LEAST_JUDGED), n: toCome, days: String(AGAIN_DAYS_HELD) },
})

/** How somebody's answers stand, to themselves. */
function StandingOf({ check: { standing } }: { check: Feedback }) {
  const t = useT('checks.standing')
  const follows = standingFollows(standing)
  return (
    <p className="text-ink-soft">
      {t('share', { judged: standing.judged, passed: standing.passed })}{' '}
      {follows === null ? '' : t(`follows.${follows}`, followsWith(standing))}
    </p>
  )
}

function useAnswerItems(check: Feedback) {
  const t = useT('decide.check')
  const labels = useT('labels')
  const { chosen, actions, reasons, overlap } = check
  const right = actions.map((action) => labels(`action.${action}.verb`)).join(t('orAction'))
  const because = reasons.map(({ label }) => t('quoted', { label })).join(t('orReason'))
  return [
    {
      term: t('chose'),
      detail: (
        <>
          {labels(`action.${chosen.action}.verb`)},{' '}
          <code className="font-mono text-xs">{chosen.reasonCode}</code>{' '}
          {check.action && !check.reason ? <Badge tone="warn">{t('otherReason')}</Badge> : null}
        </>
      ),
    },
    {
      term: t('expected'),
      detail: reasons.length > 0 ? t('withReason', { actions: right, reasons: because }) : right,
    },
    ...(overlap === null
      ? []
      : [
          {
            term: t('passages'),
            detail: t('overlap', { share: percent(overlap), least: percent(check.leastOverlap) }),
          },
        ]),
  ]
}

const percent = (share: number) => `${Math.round(share * 100)} %`

function Objection({ check }: { check: Feedback }) {
  const t = useT('decide.check')
  if (check.objected) return <p className="text-ink-soft">{t('objected')}</p>
  return (
    <details>
      <summary className="text-ink-soft">{t('object')}</summary>
      <div className="mt-2">
        <Form action={objectAction}>
          <input type="hidden" name="datasetId" value={check.datasetId} />
          <input type="hidden" name="servingId" value={check.servingId} />
          <TextareaField name="objection" label={t('objection')} hint={t('objectionHint')} rows={3} />
          <SubmitButton kind="secondary" size="sm" pendingLabel={t('sending')}>
            {t('tell')}
          </SubmitButton>
        </Form>
      </div>
    </details>
  )
}
