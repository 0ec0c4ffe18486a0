'use client'

import type { ReactNode } from 'react'
import { CheckboxField, RadioField } from '@/components/form/choice-fields'
import { SelectField, TextareaField, TextField } from '@/components/form/fields'
import { FormErrors } from '@/components/form/form-errors'
import { SubmitButton } from '@/components/form/submit-button'
import { Callout } from '@/components/ui/callout'
import {
  attestationField,
  attestationsOf,
  CURRENT_ATTESTATION,
  type TakedownKind,
} from '@/lib/takedowns/attestations'
import { KIND_FORMS, mayNameSources, type Question } from '@/lib/takedowns/kinds'
import type { DatasetChoice, Values } from './takedown-form'
import { TargetsField } from './targets-field'

/** Everything one kind asks, in the order in which a person would tell it. */
export function Questions({
  kind,
  datasets,
  values,
  origin,
}: {
  kind: TakedownKind
  datasets: readonly DatasetChoice[]
  values: Values
  origin: string
}) {
  const { law, about, who, warning } = KIND_FORMS[kind]
  return (
    <>
      <FormErrors />
      <input type="hidden" name="kind" value={kind} />
      <Part title="Where is it?">
        <SelectField
          name="dataset"
          label="In which dataset?"
          size="lg"
          placeholder="Choose a dataset"
          options={datasets.map(({ slug, name }) => ({ value: slug, label: name }))}
          defaultValue={values.dataset || (datasets.length === 1 ? datasets[0]?.slug : '')}
        />
        <TargetsField
          name="targets"
          origin={origin}
          wholeSources={mayNameSources(kind)}
          defaultValue={values.targets}
        />
      </Part>
      <Part title="What is it about?">
        {about.map((question) => (
          <Ask key={question.name} question={question} value={values[question.name]} />
        ))}
      </Part>
      <Part title="Who are you?">
        {who.map((question) => (
          <Ask key={question.name} question={question} value={values[question.name]} />
        ))}
      </Part>
      <Part title="What you declare">
        <p className="text-base text-ink-soft">
          {law === 'No particular law'
            ? 'One thing.'
            : `The words are ours, what they say is what the law asks for: ${law}.`}
        </p>
        {attestationsOf(CURRENT_ATTESTATION[kind]).map(({ key, text, plain }) => (
          <CheckboxField
            key={key}
            name={attestationField(key)}
            label={text}
            hint={`In plain words: ${plain}`}
            size="lg"
            defaultChecked={values[attestationField(key)] === 'on'}
          />
        ))}
        {warning ? (
          <Callout tone="warn" title="Before you go on">
            {warning}
          </Callout>
        ) : null}
      </Part>
      <div>
        <SubmitButton size="lg" name="intent" value="check" pendingLabel="Checking…">
          Check your answers
        </SubmitButton>
        <p className="mt-3 text-base text-ink-soft">Nothing is sent yet.</p>
      </div>
    </>
  )
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="flex flex-col gap-6">
      <h2 className="border-b border-line pb-2 text-xl">{title}</h2>
      {children}
    </section>
  )
}

function Ask({ question, value }: { question: Question; value: string | undefined }) {
  const { name, label, hint, type, options = [], autoComplete } = question
  if (type === 'radio') {
    return (
      <RadioField name={name} legend={label} hint={hint} size="lg" options={options} defaultValue={value} />
    )
  }
  const field = { name, label, hint, size: 'lg' as const, autoComplete, defaultValue: value }
  if (type === 'area') return <TextareaField {...field} rows={name === 'postal' ? 3 : 6} />
  return name === 'email' ? (
    <TextField {...field} type="email" inputMode="email" spellCheck={false} />
  ) : (
    <TextField {...field} />
  )
}
