import { useLocale, useT } from '#i18n'
import { Messages } from '@/app/messages'
import { CheckboxesField, CheckboxField, RadioField } from '@/components/form/choice-fields'
import { TextareaField, TextField } from '@/components/form/fields'
import { Form } from '@/components/form/form'
import { SubmitButton } from '@/components/form/submit-button'
import { env } from '@/lib/runtime/env'
import { attestationIn } from '@/lib/takedowns/attestations'
import type { Element } from '@/lib/takedowns/elements'
import { mayNameSources } from '@/lib/takedowns/kinds'
import { chosenIn } from '@/lib/takedowns/question'
import type { Standing } from '@/lib/takedowns/process-view'
import { AttachmentsField } from '../../attachments-field'
import { TargetsField } from '../../new/targets-field'
import { giveInfoAction } from './actions'

/** Only what is missing, with what was written there before. */
export function InfoForm({ token, standing, files }: { token: string; standing: Standing; files: boolean }) {
  const t = useT('process.track')
  const { kind, missing, contact } = standing
  const attestation = attestationIn(useLocale(), kind)
  const before = (name: string) => (name === 'name' ? contact?.name : contact?.answers[name])
  return (
    <Form action={giveInfoAction}>
      <input type="hidden" name="token" value={token} />
      <input type="hidden" name="attestation" value={attestation} />
      {missing.map((element) =>
        'question' in element || 'wording' in element ? (
          <Missing key={element.name} element={element} before={before(element.name)} />
        ) : (
          <Messages key={element.name} areas={['takedowns']}>
            <TargetsField
              name={element.name}
              origin={env().url}
              wholeSources={mayNameSources(kind)}
              words={{ label: t('targets'), hint: t('targetsHint') }}
              dataset=""
              answers
            />
          </Messages>
        ),
      )}
      {files ? (
        <Messages areas={['attachments']}>
          <AttachmentsField />
        </Messages>
      ) : null}
      <SubmitButton kind="primary" size="lg" pendingLabel={t('sending')}>
        {t('send')}
      </SubmitButton>
    </Form>
  )
}

type Asked = Exclude<Element, { name: 'targets' }>

function Missing({ element, before }: { element: Asked; before: string | undefined }) {
  const form = useT('takedowns.forms')
  const attestation = useT('takedowns.attestations')
  if ('wording' in element)
    return <CheckboxField name={element.name} label={attestation(`${element.wording}.text`)} size="lg" />
  const { name, label, hint, type, options = [], autoComplete } = element.question
  const field = { name, size: 'lg' as const, defaultValue: before }
  if (type === 'radio')
    return (
      <RadioField
        {...field}
        legend={form(label)}
        hint={hint && form(hint)}
        options={options.map((option) => ({
          value: option.value,
          label: form(option.label),
          hint: option.hint && form(option.hint),
        }))}
      />
    )
  if (type === 'checks')
    return (
      <CheckboxesField
        name={`${name}[]`}
        size="lg"
        legend={form(label)}
        hint={hint && form(hint)}
        options={options.map((option) => ({ value: option.value, label: form(option.label) }))}
        defaultValues={chosenIn(before)}
      />
    )
  const labelled = { ...field, label: form(label), hint: hint && form(hint), autoComplete }
  return type === 'area' ? <TextareaField {...labelled} rows={6} /> : <TextField {...labelled} />
}
