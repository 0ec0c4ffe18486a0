'use client'

import type { FormEvent, ReactNode } from 'react'
import { FormContext, type FormContextValue } from '@/components/form/form-context'
import { FormErrors } from '@/components/form/form-errors'
import { SubmitButton } from '@/components/form/submit-button'
import { Visible } from '@/components/item/visible'
import { Button } from '@/components/ui/button'
import { attestationsOf, CURRENT_ATTESTATION, type TakedownKind } from '@/lib/takedowns/attestations'
import { KIND_FORMS, mayNameSources, type Question, questionsOf } from '@/lib/takedowns/kinds'
import { parseTargets } from '@/lib/takedowns/parse-targets'
import type { DatasetChoice, Values } from './takedown-form'
import { TargetsReading } from './targets-reading'

type Post = { action: (form: FormData) => void; onSubmit: (event: FormEvent<HTMLFormElement>) => void }

/** The answers read back. They travel in hidden fields: nothing is kept of somebody who decides not to send. */
export function CheckAnswers({
  kind,
  values,
  datasets,
  origin,
  change,
  send,
  sending,
}: {
  kind: TakedownKind
  values: Values
  datasets: readonly DatasetChoice[]
  origin: string
  change: Post
  send: Post
  sending: FormContextValue
}) {
  const dataset = datasets.find(({ slug }) => slug === values.dataset)
  return (
    <div className="flex flex-col gap-8">
      <dl className="divide-y divide-line border-y border-line">
        <Answer term="Request">{KIND_FORMS[kind].title}</Answer>
        <Answer term="Dataset">{dataset?.name ?? values.dataset}</Answer>
        <Answer term="Where it is">
          <TargetsReading
            reading={parseTargets(values.targets ?? '', origin, { wholeSources: mayNameSources(kind) })}
            all
          />
        </Answer>
        {questionsOf(kind).map((question) => (
          <Answer key={question.name} term={question.label.replace(' (optional)', '')}>
            <Said question={question} value={values[question.name] ?? ''} />
          </Answer>
        ))}
        <Answer term="You declare">
          <ul className="flex flex-col gap-2">
            {attestationsOf(CURRENT_ATTESTATION[kind]).map(({ key, text }) => (
              <li key={key}>{text}</li>
            ))}
          </ul>
        </Answer>
      </dl>
      <p className="text-base text-ink-soft">
        When you send this, we mail a link to <Visible text={values.email ?? ''} />. The request counts from
        the moment you send it, and is read once you have pressed the button behind that link.
      </p>
      <div className="flex flex-wrap items-start gap-4">
        <form {...send} noValidate className="contents">
          <FormContext value={sending}>
            <div className="w-full empty:hidden">
              <FormErrors />
            </div>
            <Hidden values={values} />
            <SubmitButton size="lg">Send the request</SubmitButton>
          </FormContext>
        </form>
        <form {...change} noValidate>
          <Hidden values={values} />
          <Button type="submit" size="lg" name="intent" value="edit">
            Go back and change
          </Button>
        </form>
      </div>
    </div>
  )
}

function Hidden({ values }: { values: Values }) {
  return Object.entries(values).map(([name, value]) => (
    <input key={name} type="hidden" name={name} value={value} />
  ))
}

function Answer({ term, children }: { term: ReactNode; children: ReactNode }) {
  return (
    <div className="grid gap-x-6 gap-y-1 py-4 text-base sm:grid-cols-[10rem_1fr]">
      <dt className="font-medium">{term}</dt>
      <dd className="min-w-0 wrap-anywhere">{children}</dd>
    </div>
  )
}

function Said({ question, value }: { question: Question; value: string }) {
  const option = question.options?.find((choice) => choice.value === value)
  if (option) return option.label
  if (value.trim() === '') return <span className="text-ink-soft">Left empty</span>
  return (
    <span className="whitespace-pre-wrap">
      <Visible text={value} />
    </span>
  )
}
