import { useT } from '#i18n'
import { RadioField } from '@/components/form/choice-fields'
import { SelectField } from '@/components/form/fields'
import { Form } from '@/components/form/form'
import { SubmitButton } from '@/components/form/submit-button'
import { Section } from '@/components/ui/page-header'
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
  const t = useT('requests.toCome')
  return (
    <Section title={t('title')}>
      <p className="mb-4 max-w-prose">{t('text', { n: request.undecided })}</p>
      {denied ? (
        <p className="text-ink-soft">{denied}</p>
      ) : (
        <div className="max-w-form">
          <Form action={decideNamedAction}>
            <input type="hidden" name="requestId" value={request.id} />
            <RadioField
              name="action"
              legend={t('question')}
              options={[
                { value: 'remove', label: t('keepOut') },
                { value: 'keep', label: t('doNot') },
              ]}
            />
            <SelectField
              name="reasonCode"
              label={t('reason')}
              placeholder={t('reasonChoose')}
              options={reasons
                .filter(({ actions }) => actions.includes('remove') || actions.includes('keep'))
                .map((reason) => ({ value: reason.code, label: reasonName(reason) }))}
              required
            />
            <SubmitButton pendingLabel={t('recording')}>{t('decide')}</SubmitButton>
          </Form>
        </div>
      )}
    </Section>
  )
}
