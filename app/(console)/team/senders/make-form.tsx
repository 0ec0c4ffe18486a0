'use client'

import { useActionState, useId } from 'react'
import { useT } from '#i18n'
import { CheckboxesField } from '@/components/form/choice-fields'
import { SelectField, TextField } from '@/components/form/fields'
import { FormContext } from '@/components/form/form-context'
import { FormErrors } from '@/components/form/form-errors'
import { SubmitButton } from '@/components/form/submit-button'
import { Callout } from '@/components/ui/callout'
import type { FormAction } from '@/lib/http/form-state'

/** The token is shown where it was made, once: it is in the answer and nowhere else. */
export function MakeForm({
  action,
  kinds,
  datasets,
}: {
  action: FormAction
  kinds: readonly { value: string; label: string }[]
  datasets: readonly { slug: string; name: string }[]
}) {
  const t = useT('senders.make')
  const id = useId()
  const [state, submit, pending] = useActionState(action, null)
  const made = state?.ok && isMade(state.data) ? state.data : null
  return (
    <form action={submit} noValidate className="flex max-w-form flex-col gap-6">
      <FormContext value={{ id, state: state?.ok === false ? state : null, pending }}>
        <FormErrors />
        {made ? (
          <div role="status">
            <Callout tone="good" title={t('made', { organisation: made.organisation })}>
              <code className="wrap-anywhere">{made.token}</code>
            </Callout>
          </div>
        ) : null}
        <TextField name="organisation" label={t('organisation')} />
        <TextField name="email" label={t('email')} hint={t('emailHint')} type="email" />
        <CheckboxesField name="kinds[]" legend={t('kinds')} options={kinds} />
        <SelectField
          name="dataset"
          label={t('dataset')}
          options={[
            { value: '', label: t('any') },
            ...datasets.map(({ slug, name }) => ({ value: slug, label: name })),
          ]}
        />
        <TextField name="perHour" label={t('perHour')} inputMode="numeric" defaultValue="100" />
        <SubmitButton pendingLabel={t('making')}>{t('submit')}</SubmitButton>
      </FormContext>
    </form>
  )
}

const isMade = (data: unknown): data is { token: string; organisation: string } =>
  typeof data === 'object' && data !== null && 'token' in data && 'organisation' in data
