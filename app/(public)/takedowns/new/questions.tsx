'use client'

import { type ReactNode, useState } from 'react'
import { useLocale, useT } from '#i18n'
import { CheckboxesField, CheckboxField, RadioField } from '@/components/form/choice-fields'
import { FileField, SelectField, TextareaField, TextField } from '@/components/form/fields'
import { useFormField } from '@/components/form/form-context'
import { FormErrors } from '@/components/form/form-errors'
import { SubmitButton } from '@/components/form/submit-button'
import { Callout } from '@/components/ui/callout'
import { Link } from '@/components/ui/link'
import { paths } from '@/lib/paths'
import {
  attestationField,
  attestationIn,
  attestationsOf,
  type TakedownKind,
} from '@/lib/takedowns/attestations'
import { isAnswering, KIND_FORMS, mayNameSources, meansAllUnlisted } from '@/lib/takedowns/kinds'
import { chosenIn, type Question } from '@/lib/takedowns/question'
import { LIST_FILE } from '@/lib/takedowns/locator-file'
import { Seen } from './seen'
import type { DatasetChoice, Values } from './takedown-form'
import { TargetsField } from './targets-field'

/** Everything one kind asks, in the order in which a person would tell it. */
export function Questions({
  kind,
  datasets,
  values,
  origin,
  keeps,
}: {
  kind: TakedownKind
  datasets: readonly DatasetChoice[]
  values: Values
  origin: string
  /** Whether what is typed is kept in the browser. */
  keeps: boolean
}) {
  const t = useT('takedowns')
  const files = useT('attachments')
  const { law, about, who, warning } = KIND_FORMS[kind]
  const only = datasets.length === 1 ? (datasets[0]?.slug ?? '') : ''
  const [dataset, setDataset] = useState(values.dataset || only)
  const attestation = attestationIn(useLocale(), kind)
  return (
    <>
      <FormErrors />
      <input type="hidden" name="kind" value={kind} />
      <input type="hidden" name="attestation" value={attestation} />
      <Part title={t('form.where')}>
        <SelectField
          name="dataset"
          label={t('form.dataset')}
          size="lg"
          placeholder={t('form.datasetChoose')}
          options={datasets.map(({ slug, name }) => ({ value: slug, label: name }))}
          defaultValue={values.dataset || only}
          onChange={(event) => setDataset(event.currentTarget.value)}
        />
        <TargetsField
          name="targets"
          origin={origin}
          wholeSources={mayNameSources(kind)}
          hint={hintOf(kind)}
          dataset={dataset}
          answers={isAnswering(kind)}
          defaultValue={values.targets}
        />
        <ListFile locators={values.locators} />
      </Part>
      <Part title={t('form.about')}>
        {about.map((question) => (
          <Ask key={question.name} question={question} value={values[question.name]} />
        ))}
      </Part>
      <Part title={t('form.who')}>
        {who.map((question) => (
          <Ask key={question.name} question={question} value={values[question.name]} />
        ))}
      </Part>
      <Part title={t('form.declare')}>
        <p className="text-base text-ink-soft">
          {law ? t('form.declareLaw', { law: t(`forms.${law}`) }) : t('form.declareOne')}
        </p>
        {attestationsOf(attestation).map(({ key, wording }) => (
          <CheckboxField
            key={key}
            name={attestationField(key)}
            label={t(`attestations.${wording}.text`)}
            hint={t('form.plainly', { plain: t(`attestations.${wording}.plain`) })}
            size="lg"
            defaultChecked={values[attestationField(key)] === 'on'}
          />
        ))}
        {warning ? (
          <Callout tone="warn" title={t('form.warning')}>
            {t(`forms.${warning}`)}
          </Callout>
        ) : null}
      </Part>
      <Seen kind={kind} />
      <div>
        <SubmitButton size="lg" name="intent" value="check" pendingLabel={t('form.checking')}>
          {t('form.check')}
        </SubmitButton>
        <p className="mt-3 text-base text-ink-soft">{t('form.nothingSent')}</p>
        <p className="mt-1 text-base text-ink-soft">{files('nextPage')}</p>
        {keeps ? <p className="mt-1 text-base text-ink-soft">{t('form.kept')}</p> : null}
      </div>
    </>
  )
}

/** Who has a list has it ready; for everybody else it is one question less. */
function ListFile({ locators }: { locators: string | undefined }) {
  const t = useT('takedowns.form')
  const { errors } = useFormField(LIST_FILE)
  const listed = entriesOf(locators)
  return (
    <details open={listed > 0 || (errors?.length ?? 0) > 0}>
      <summary className="link text-base">{t('fileHave')}</summary>
      <div className="mt-4 flex flex-col gap-3">
        <FileField
          name={LIST_FILE}
          label={t('optional', { question: t('file') })}
          hint={t('fileHint')}
          size="lg"
          accept=".csv,.tsv,.txt,.json,.jsonl,text/csv,application/json"
        />
        {listed > 0 ? (
          <>
            <input type="hidden" name="locators" value={locators} />
            <CheckboxField
              name="drop_list"
              label={t('fileDrop')}
              hint={t('fileKept', { n: listed })}
              size="lg"
            />
          </>
        ) : null}
      </div>
    </details>
  )
}

const entriesOf = (lines = '') => lines.split('\n').filter((line) => line.trim() !== '').length

/** What the box for places says: who asks about themselves need not know where they stand. */
function hintOf(kind: TakedownKind) {
  if (kind === 'privacy') return 'targetsHintPrivacy'
  if (meansAllUnlisted(kind, {})) return 'targetsHintAnswer'
  return mayNameSources(kind) ? 'targetsHintSources' : 'targetsHint'
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
  const t = useT('takedowns.forms')
  const form = useT('takedowns.form')
  const { name, type, min, options = [], autoComplete } = question
  const hint = question.hint && t(question.hint)
  // One that another answer makes necessary stands there only with that answer.
  const optional = (question.when?.min ?? min) === 0
  const label = optional ? form('optional', { question: t(question.label) }) : t(question.label)
  const asked = question.when && `${question.when.name}=${[question.when.is].flat().join()}`
  if (type === 'checks') {
    const checks = (
      <CheckboxesField
        name={`${name}[]`}
        legend={label}
        hint={hint}
        size="lg"
        options={options.map((option) => ({
          value: option.value,
          label: t(option.label),
          hint: option.hint && t(option.hint),
        }))}
        defaultValues={chosenIn(value)}
      />
    )
    return asked ? <div data-when={asked}>{checks}</div> : checks
  }
  if (type === 'radio') {
    return (
      <div className="flex flex-col gap-4">
        <RadioField
          name={name}
          legend={label}
          hint={hint}
          size="lg"
          options={options
            .filter(({ lane }) => lane === undefined)
            .map((option) => ({
              value: option.value,
              label: t(option.label),
              hint: option.hint && t(option.hint),
            }))}
          defaultValue={value}
        />
        <UrgentWays options={options} />
      </div>
    )
  }
  const field = { name, label, hint, size: 'lg' as const, autoComplete, defaultValue: value }
  if (type === 'area') {
    const area = <TextareaField {...field} rows={name === 'postal' ? 3 : 6} />
    return asked ? <div data-when={asked}>{area}</div> : area
  }
  if (asked)
    return (
      <div data-when={asked}>
        <TextField {...field} />
      </div>
    )
  return name === 'email' ? (
    <TextField {...field} type="email" inputMode="email" spellCheck={false} />
  ) : (
    <TextField {...field} />
  )
}

/** What is acted on at once is no choice of a form: it leads out of it. */
function UrgentWays({ options }: { options: NonNullable<Question['options']> }) {
  const t = useT('takedowns.forms')
  const form = useT('takedowns.form')
  const ways = options.filter(({ lane }) => lane !== undefined)
  if (ways.length === 0) return null
  return (
    <div className="text-base">
      <p className="text-ink-soft">{form('urgent')}</p>
      <ul className="mt-1 flex flex-col gap-1">
        {ways.map(({ lane, label }) => (
          <li key={lane}>
            <Link href={paths.takedownUrgent({ about: lane })} className="link">
              {t(label)}
            </Link>
          </li>
        ))}
      </ul>
    </div>
  )
}
