import { RadioField } from '@/components/form/choice-fields'
import { SelectField } from '@/components/form/fields'
import { Form } from '@/components/form/form'
import { SubmitButton } from '@/components/form/submit-button'
import { Section } from '@/components/ui/page-header'
import { formatPlural } from '@/lib/format'
import type { RequestView } from '@/lib/takedowns/queries'
import { reasonName } from '@/lib/policies/reason-name'
import { decideNamedAction } from './actions'

/** Sources that an opt-out names and nothing comes from: no item asks about them, so they are decided here. */
export function WhatIsToCome({
  request,
  denied,
  reasons,
}: {
  request: RequestView
  denied: string | undefined
  reasons: readonly { code: string; label: string; actions: readonly string[] }[]
}) {
  return (
    <Section title="What is to come">
      <p className="mb-4 max-w-prose">
        It names {formatPlural(request.undecided, 'source')} that no row of the newest revision comes from.
        Kept out, they are kept out of every later revision too. Look at what shows that they are theirs:
        nobody else will ask.
      </p>
      {denied ? (
        <p className="text-ink-soft">{denied}</p>
      ) : (
        <div className="max-w-form">
          <Form action={decideNamedAction}>
            <input type="hidden" name="requestId" value={request.id} />
            <RadioField
              name="action"
              legend="From later revisions"
              options={[
                { value: 'remove', label: 'Keep them out' },
                { value: 'keep', label: 'Do not keep them out' },
              ]}
            />
            <SelectField
              name="reasonCode"
              label="Reason"
              placeholder="Choose a reason"
              options={reasons
                .filter(({ actions }) => actions.includes('remove') || actions.includes('keep'))
                .map((reason) => ({ value: reason.code, label: reasonName(reason) }))}
              required
            />
            <SubmitButton pendingLabel="Recording…">Decide</SubmitButton>
          </Form>
        </div>
      )}
    </Section>
  )
}
