'use client'

import { useT } from '#i18n'
import { useFormField } from '@/components/form/form-context'
import { ChoiceGroup, Radio } from '@/components/ui/choice'
import { Link } from '@/components/ui/link'
import type { Reason } from '@/lib/policies/queries'
import { ACTIONS } from '@/lib/review/labels'
import { Key } from './key'

export type ShownReason = Reason

/** Digits choose the first nine; more are reached by mouse or Tab. */
export const KEYS = 9

/** The grounds the policy in force allows for the chosen action, with its text at hand. */
export function ReasonChoice({
  reasons,
  chosen,
  onChoose,
  policy,
}: {
  reasons: readonly ShownReason[]
  chosen: string | null
  onChoose: (code: string) => void
  policy: { number: number; text: string; href: string }
}) {
  const t = useT('decide.reason')
  const verbs = useT('labels.action')
  const inText = (action: string) => {
    const known = ACTIONS.find((one) => one === action)
    return known ? verbs(`${known}.verb`).toLowerCase() : action
  }
  const { id, errors } = useFormField('reasonCode')
  return (
    <div data-reasons className="flex flex-col gap-2">
      <ChoiceGroup id={id} legend={t('legend', { number: String(policy.number) })} errors={errors}>
        {reasons.map(({ code, label, guidance, actions }, index) => (
          <Radio
            key={code}
            name="reasonCode"
            value={code}
            checked={chosen === code}
            onChange={() => onChoose(code)}
            label={
              <>
                {label} {index < KEYS ? <Key>{index + 1}</Key> : null}
              </>
            }
            hint={
              <>
                {guidance} <span className="text-ink-faint">({actions.map(inText).join(', ')})</span>
              </>
            }
          />
        ))}
      </ChoiceGroup>
      <details className="text-sm">
        <summary className="text-ink-soft">{t('policy')}</summary>
        <p className="mt-2 max-h-64 overflow-y-auto rounded-md bg-sunken p-3 whitespace-pre-wrap">
          {policy.text}
        </p>
        <Link href={policy.href} className="link">
          {t('openPolicy')}
        </Link>
      </details>
    </div>
  )
}
