'use client'

import { useState } from 'react'
import { useLocale, useT } from '#i18n'
import { CheckboxField, RadioField } from '@/components/form/choice-fields'
import { SelectField, TextareaField, TextField } from '@/components/form/fields'
import { Form } from '@/components/form/form'
import { SubmitButton } from '@/components/form/submit-button'
import type { Option } from '@/components/ui/select'
import { attestationsOf } from '@/lib/takedowns/attestations'
import { declaredIn, FORM_OF, type Urgent } from '@/lib/urgent/labels'
import { urgentAction } from './actions'

/** As little as the law lets it be: no file, no quotation, no story. */
export function UrgentForm({
  about,
  given,
  origin,
  datasets,
}: {
  about: Urgent
  given: { dataset: string; targets: string }
  origin: string
  datasets: readonly Option[]
}) {
  const t = useT('urgent.form')
  const declared = useT('takedowns.attestations')
  const locale = useLocale()
  const version = FORM_OF[about]
  const [linked, setLinked] = useState(given.targets.startsWith(`${origin}/`))
  const only = datasets.length === 1 ? datasets[0]?.value : undefined
  return (
    <Form action={urgentAction} className="gap-8">
      <input type="hidden" name="about" value={about} />
      <input type="hidden" name="attestation" value={declaredIn(locale, about)} />
      <TextareaField
        name="targets"
        label={t('targets.label')}
        hint={t('targets.hint')}
        size="lg"
        rows={4}
        spellCheck={false}
        autoComplete="off"
        defaultValue={given.targets}
        onInput={({ currentTarget }) => setLinked(currentTarget.value.includes(`${origin}/`))}
      />
      {linked && given.dataset === '' ? null : (
        <SelectField
          name="dataset"
          label={t('dataset.label')}
          hint={t('dataset.hint')}
          size="lg"
          placeholder={t('dataset.choose')}
          options={datasets}
          defaultValue={given.dataset || (only ?? '')}
        />
      )}
      {about === 'intimate' ? <Who /> : null}
      <TextField
        name="email"
        label={t(about === 'child' ? 'email.optional' : 'email.label')}
        hint={t('email.hint')}
        size="lg"
        type="email"
        inputMode="email"
        autoComplete="email"
        spellCheck={false}
      />
      {attestationsOf(version).map(({ key, wording }) =>
        about === 'intimate' ? (
          <CheckboxField
            key={key}
            name={`attest_${key}`}
            label={declared(`${wording}.text`)}
            hint={declared(`${wording}.plain`)}
            size="lg"
          />
        ) : (
          <p key={key} className="text-base text-ink-soft">
            {t('sends', { text: declared(`${wording}.text`) })} {declared(`${wording}.plain`)}
          </p>
        ),
      )}
      <SubmitButton size="lg" pendingLabel={t('sending')}>
        {t('send')}
      </SubmitButton>
    </Form>
  )
}

function Who() {
  const t = useT('urgent.form')
  return (
    <>
      <RadioField
        name="relation"
        legend={t('relation.label')}
        size="lg"
        options={[
          { value: 'self', label: t('relation.self') },
          { value: 'agent', label: t('relation.agent') },
        ]}
      />
      <TextField name="name" label={t('name.label')} hint={t('name.hint')} size="lg" autoComplete="name" />
    </>
  )
}
