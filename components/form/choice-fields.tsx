'use client'

import type { ReactNode } from 'react'
import { Checkbox, ChoiceGroup, Radio } from '@/components/ui/choice'
import { FieldErrors } from '@/components/ui/field'
import { useFormField } from './form-context'

export type ChoiceOption = { value: string; label: ReactNode; hint?: ReactNode; disabled?: boolean }
type Question = {
  name: string
  legend: ReactNode
  hint?: ReactNode
  size?: 'md' | 'lg'
  options: readonly ChoiceOption[]
}

/** One of several. The error link leads to the group. */
export function RadioField({
  name,
  legend,
  hint,
  size,
  options,
  defaultValue,
}: Question & { defaultValue?: string }) {
  const { id, errors, value } = useFormField(name)
  const chosen = value ?? defaultValue
  return (
    <ChoiceGroup id={id} legend={legend} hint={hint} errors={errors} size={size}>
      {options.map((option) => (
        <Radio
          key={option.value}
          name={name}
          value={option.value}
          label={option.label}
          hint={option.hint}
          size={size}
          disabled={option.disabled}
          defaultChecked={option.value === chosen}
        />
      ))}
    </ChoiceGroup>
  )
}

/** Any of several: `values` of the answer holds the chosen ones joined by commas. */
export function CheckboxesField({
  name,
  legend,
  hint,
  size,
  options,
  defaultValues = [],
}: Question & { defaultValues?: readonly string[] }) {
  // A refusal names the field, not the list that the form sends.
  const { id, errors } = useFormField(name.replace(/\[\]$/, ''))
  const { value } = useFormField(name)
  const chosen = value === undefined ? defaultValues : value.split(',')
  return (
    <ChoiceGroup id={id} legend={legend} hint={hint} errors={errors} size={size}>
      {options.map((option) => (
        <Checkbox
          key={option.value}
          name={name}
          value={option.value}
          label={option.label}
          hint={option.hint}
          size={size}
          disabled={option.disabled}
          defaultChecked={chosen.includes(option.value)}
        />
      ))}
    </ChoiceGroup>
  )
}

/** A single yes. Sent as `on`. */
export function CheckboxField({
  name,
  label,
  hint,
  size,
  defaultChecked = false,
}: {
  name: string
  label: ReactNode
  hint?: ReactNode
  size?: 'md' | 'lg'
  defaultChecked?: boolean
}) {
  const { id, errors, value } = useFormField(name)
  const errorId = `${id}-error`
  return (
    <div className={errors.length ? 'border-s-4 border-bad ps-3' : undefined}>
      <FieldErrors id={errorId} errors={errors} />
      <Checkbox
        id={id}
        name={name}
        label={label}
        hint={hint}
        size={size}
        aria-describedby={errors.length ? errorId : undefined}
        aria-invalid={errors.length ? true : undefined}
        defaultChecked={value === undefined ? defaultChecked : value === 'on'}
      />
    </div>
  )
}
