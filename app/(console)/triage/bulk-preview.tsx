'use client'

import { Form } from '@/components/form/form'
import { SubmitButton } from '@/components/form/submit-button'
import { Button } from '@/components/ui/button'
import { formatPlural } from '@/lib/format'
import type { FormAction, FormState } from '@/lib/http/form-state'
import type { BatchView } from '@/lib/review/decide-many'

export type Previewed = { view: BatchView; form: FormData }

/** What the action of a preview has answered: a form state carries it as unknown. */
export const isBatch = (data: unknown): data is BatchView =>
  typeof data === 'object' && data !== null && 'batchId' in data && 'items' in data

/** What will be decided and what skipped, with why, before it happens. */
export function BulkPreview({
  previewed: { view, form },
  action,
  onBack,
  onSuccess,
}: {
  previewed: Previewed
  action: FormAction
  onBack: () => void
  onSuccess: (state: Extract<FormState, { ok: true }>) => void
}) {
  const word = String(form.get('action'))
  return (
    <Form action={action} onSuccess={onSuccess}>
      {[...form].map(([name, value], index) =>
        typeof value === 'string' && !name.startsWith('$ACTION') ? (
          <input key={index} type="hidden" name={name} value={value} />
        ) : null,
      )}
      <p className="text-sm" role="status">
        <strong>{formatPlural(view.decided, 'case')}</strong> will be decided: <strong>{word}</strong>, reason{' '}
        <code className="font-mono">{String(form.get('reasonCode'))}</code>.
        {view.skipped > 0
          ? ` ${formatPlural(view.skipped, 'case')} will be skipped:`
          : ' None will be skipped.'}
      </p>
      {view.skipped > 0 ? (
        <ul className="flex max-h-56 list-disc flex-col gap-1 overflow-y-auto ps-5 text-sm text-ink-soft">
          {groupSkipped(view.items).map(([why, cases]) => (
            <li key={why}>
              {formatPlural(cases, 'case')}: {why}
            </li>
          ))}
        </ul>
      ) : null}
      <div className="flex flex-wrap gap-3">
        <SubmitButton
          kind={word === 'keep' || word === 'label' ? 'primary' : 'danger'}
          pendingLabel="Deciding…"
          disabledReason={view.decided === 0 ? 'Nothing is left to decide this way.' : null}
        >
          Decide {formatPlural(view.decided, 'case')}
        </SubmitButton>
        <Button onClick={onBack}>Back</Button>
      </div>
    </Form>
  )
}

function groupSkipped(items: Previewed['view']['items']): [string, number][] {
  const counts = new Map<string, number>()
  for (const { skipped } of items) if (skipped) counts.set(skipped, (counts.get(skipped) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1])
}
