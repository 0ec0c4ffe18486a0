'use client'

import type { FormEvent, ReactNode } from 'react'
import { useLocale, useT } from '#i18n'
import { FormContext, type FormContextValue } from '@/components/form/form-context'
import { FormErrors } from '@/components/form/form-errors'
import { SubmitButton } from '@/components/form/submit-button'
import { Visible } from '@/components/item/visible'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { mayAttach } from '@/lib/attachments/kinds'
import { attestationIn, attestationsOf, type TakedownKind } from '@/lib/takedowns/attestations'
import { meantInstead, wordsOf } from '@/lib/takedowns/demands'
import { isAnswering, KIND_FORMS, mayNameSources, meansAllUnlisted, questionsOf } from '@/lib/takedowns/kinds'
import { parseTargets } from '@/lib/takedowns/parse-targets'
import { chosenIn, isAsked, optionsIn, type Question } from '@/lib/takedowns/question'
import { readIdentifiers } from '@/lib/takedowns/read-identifiers'
import { scopeMeant, type ScopeMeant } from '@/lib/takedowns/scope-meant'
import { AttachmentsField } from '../attachments-field'
import { Seen } from './seen'
import type { DatasetChoice, Values } from './takedown-form'
import { TargetsReading } from './targets-reading'

/** Nobody reads more of them. */
const MOST_SOURCES = 10

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
  const t = useT('takedowns')
  const { warning } = KIND_FORMS[kind]
  // The words below are the last that are read before it is sent.
  const attestation = attestationIn(useLocale(), kind)
  const dataset = datasets.find(({ slug }) => slug === values.dataset)
  const wholeSources = mayNameSources(kind)
  const isUnlisted = `${values.targets ?? ''}${values.locators ?? ''}`.trim() === ''
  const read = (text: string, list = false) => parseTargets(text, origin, { wholeSources, list })
  const isEmpty = ({ name }: Question) => (values[name] ?? '').trim() === ''
  const asked = questionsOf(kind).filter((question) => isAsked(question, values))
  const rights = kind === 'privacy' ? chosenIn(values.right).length : 1
  const [said, empty] = [asked.filter((question) => !isEmpty(question)), asked.filter(isEmpty)]
  const meant = meantInstead(kind, [values.targets, ...wordsOf(kind, values)])?.kind
  const scope = kind === 'opt_out' ? scopeMeant(values, origin) : null
  return (
    <div className="flex flex-col gap-8">
      <dl className="divide-y divide-line border-y border-line">
        <Answer term={t('check.request')}>{t(`forms.${kind}.title`)}</Answer>
        <Answer term={t('check.dataset')}>{dataset?.name ?? values.dataset}</Answer>
        <Answer term={t('check.where')}>
          {isUnlisted && meansAllUnlisted(kind, values) ? (
            t('check.everything')
          ) : (
            <TargetsReading
              reading={read(values.targets ?? '')}
              dataset={values.dataset ?? ''}
              answers={isAnswering(kind)}
              all
            />
          )}
          {values.locators ? (
            <>
              <p className="mt-3 font-medium">{t('reading.fromFile')}</p>
              <TargetsReading
                reading={read(values.locators, true)}
                dataset={values.dataset ?? ''}
                answers={isAnswering(kind)}
                all
                ofFile
              />
            </>
          ) : null}
          {kind === 'privacy' && (values.identifiers ?? '').trim() !== '' ? (
            <>
              <p className="mt-3 font-medium">{t('reading.toFind')}</p>
              <TargetsReading
                reading={readIdentifiers(values.identifiers ?? '')}
                dataset={values.dataset ?? ''}
                all
              />
            </>
          ) : null}
        </Answer>
        {said.map((question) => (
          <Answer key={question.name} term={t(`forms.${question.label}`)}>
            <Said question={question} value={values[question.name] ?? ''} />
          </Answer>
        ))}
        {empty.length > 0 ? (
          <Answer term={t('check.empty')}>
            <span className="text-ink-soft">
              {empty.map((question) => t(`forms.${question.label}`)).join(' · ')}
            </span>
          </Answer>
        ) : null}
        <Answer term={t('check.declare')}>
          <ul className="flex flex-col gap-2">
            {attestationsOf(attestation).map(({ key, wording }) => (
              <li key={key}>{t(`attestations.${wording}.text`)}</li>
            ))}
          </ul>
        </Answer>
      </dl>
      {rights > 1 ? <p className="text-base">{t('check.rights', { n: rights })}</p> : null}
      {meant ? (
        <Callout tone="note" title={t(`check.meant.${meant}`)}>
          <p>{t(`check.meant.${meant}Text`)}</p>
          <form {...change} noValidate className="my-3">
            <Hidden values={values} />
            <Button type="submit" name="intent" value={meant}>
              {t(`check.meant.${meant}Go`)}
            </Button>
          </form>
          {meant === 'privacy' ? <p>{t('check.meant.privacyElse')}</p> : null}
        </Callout>
      ) : null}
      {scope ? <ScopeCallout values={values} meant={scope} change={change} /> : null}
      <Seen kind={kind} rights={chosenIn(values.right)} />
      {warning ? (
        <Callout tone="warn" title={t('form.warning')}>
          {t(`forms.${warning}`)}
        </Callout>
      ) : null}
      <p className="text-base text-ink-soft">
        {t.rich('check.whatFollows', { address: () => <Visible text={values.email ?? ''} /> })}
      </p>
      <div className="flex flex-wrap items-start gap-4">
        <form {...send} noValidate className="contents">
          <FormContext value={sending}>
            <div className="w-full empty:hidden">
              <FormErrors />
            </div>
            <Hidden values={{ ...values, attestation }} />
            {mayAttach(kind, values) ? (
              <div className="w-full">
                <AttachmentsField />
              </div>
            ) : null}
            <SubmitButton size="lg">{t('check.send')}</SubmitButton>
          </FormContext>
        </form>
        <form {...change} noValidate>
          <Hidden values={values} />
          <Button type="submit" size="lg" name="intent" value="edit">
            {t('check.change')}
          </Button>
        </form>
      </div>
    </div>
  )
}

/** Everything from a source was chosen, and less is named: what that would come to, and the source at one press. */
function ScopeCallout({
  values,
  meant: { scope, narrower, instead },
  change,
}: {
  values: Values
  meant: ScopeMeant
  change: Post
}) {
  const t = useT('takedowns.check.scope')
  return (
    <Callout tone="warn" title={t(`chosen.${scope}`)}>
      <p>{t('narrower', { n: narrower })}</p>
      {instead ? (
        <form {...change} noValidate className="my-3 flex flex-col items-start gap-3">
          <Hidden values={{ ...values, targets: instead.targets }} />
          <ul className="list-disc pl-5 wrap-anywhere">
            {instead.sources.slice(0, MOST_SOURCES).map((source) => (
              <li key={source}>
                <Visible text={source} />
              </li>
            ))}
          </ul>
          {instead.sources.length > MOST_SOURCES ? (
            <p>{t('more', { n: instead.sources.length - MOST_SOURCES })}</p>
          ) : null}
          <Button type="submit" name="intent" value="check">
            {t('go')}
          </Button>
        </form>
      ) : (
        <p>{t(`how.${scope}`)}</p>
      )}
    </Callout>
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
  const t = useT('takedowns')
  const chosen = optionsIn(question, value)
  if (chosen.length > 0)
    return chosen.map(({ value: of, label }) => (
      <span key={of} className="block">
        {t(`forms.${label}`)}
      </span>
    ))
  return (
    <span className="whitespace-pre-wrap">
      <Visible text={value} />
    </span>
  )
}
