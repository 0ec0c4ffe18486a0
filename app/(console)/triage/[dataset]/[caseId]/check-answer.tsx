'use client'

import { TextareaField } from '@/components/form/fields'
import { Form } from '@/components/form/form'
import { SubmitButton } from '@/components/form/submit-button'
import { Badge } from '@/components/ui/badge'
import { DescriptionList } from '@/components/ui/description-list'
import type { Feedback } from '@/lib/golden/feedback'
import { standingInWords } from '@/lib/golden/labels'
import { ACTION } from '@/lib/review/labels'
import { objectAction } from './actions'

/** What a golden item expected, why, and what the policy says: to learn from, whatever was answered. */
export function CheckAnswer({ check }: { check: Feedback }) {
  return (
    <div className="flex flex-col gap-4 text-sm">
      <p className="text-ink-soft">
        Its case was decided before. Now and then one is given to every reviewer, so that all of you read the
        policy the same way. {check.retired ? 'This one counts for nobody any more.' : ''}
      </p>
      <DescriptionList items={answerItems(check)} />
      {check.rationale ? (
        <div>
          <h3 className="mb-1 font-medium">Why</h3>
          <p className="wrap-anywhere whitespace-pre-line">{check.rationale}</p>
        </div>
      ) : null}
      {check.reasons.length > 0 ? (
        <div>
          <h3 className="mb-1 font-medium">What the policy says</h3>
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
      <p className="text-ink-soft">{standingInWords(check.standing)}</p>
      <Objection check={check} />
    </div>
  )
}

function answerItems(check: Feedback) {
  const { chosen, actions, reasons, overlap } = check
  return [
    {
      term: 'You chose',
      detail: (
        <>
          {ACTION[chosen.action].verb}, <code className="font-mono text-xs">{chosen.reasonCode}</code>{' '}
          {check.action && !check.reason ? <Badge tone="warn">another reason was expected</Badge> : null}
        </>
      ),
    },
    {
      term: 'Expected',
      detail: `${actions.map((action) => ACTION[action].verb).join(', or ')}${
        reasons.length > 0 ? `, with ${reasons.map(({ label }) => `“${label}”`).join(' or ')}` : ''
      }`,
    },
    ...(overlap === null
      ? []
      : [
          {
            term: 'Passages',
            detail: `They match those expected by ${percent(overlap)}; ${percent(check.leastOverlap)} is enough.`,
          },
        ]),
  ]
}

const percent = (share: number) => `${Math.round(share * 100)} %`

function Objection({ check }: { check: Feedback }) {
  if (check.objected) return <p className="text-ink-soft">Your objection is with the leads.</p>
  return (
    <details>
      <summary className="text-ink-soft">I think this check is wrong</summary>
      <div className="mt-2">
        <Form action={objectAction}>
          <input type="hidden" name="datasetId" value={check.datasetId} />
          <input type="hidden" name="servingId" value={check.servingId} />
          <TextareaField
            name="objection"
            label="What is wrong with it"
            hint="The leads read it. If they take the check back, it counts for nobody."
            rows={3}
          />
          <SubmitButton kind="secondary" size="sm" pendingLabel="Sending…">
            Tell the leads
          </SubmitButton>
        </Form>
      </div>
    </details>
  )
}
