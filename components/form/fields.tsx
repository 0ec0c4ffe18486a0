'use client'

import type { ComponentProps, ReactNode } from 'react'
import { Field } from '@/components/ui/field'
import { FileInput, Input, Textarea } from '@/components/ui/input'
import { type Option, Select } from '@/components/ui/select'
import { useFormField } from './form-context'

type Labelled = { name: string; label: ReactNode; hint?: ReactNode; size?: 'md' | 'lg' }
type Plain<T> = Omit<T, 'name' | 'size' | 'id'>

/** One line of text in a <Form>. `size="lg"` is for pages that ask one thing. */
export function TextField({
  name,
  label,
  hint,
  size,
  defaultValue,
  ...input
}: Labelled & Plain<ComponentProps<'input'>>) {
  const { id, errors, value } = useFormField(name)
  return (
    <Field id={id} label={label} hint={hint} errors={errors} size={size}>
      {(control) => (
        <Input name={name} size={size} defaultValue={value ?? defaultValue} {...input} {...control} />
      )}
    </Field>
  )
}

export function TextareaField({
  name,
  label,
  hint,
  size,
  defaultValue,
  ...input
}: Labelled & Plain<ComponentProps<'textarea'>>) {
  const { id, errors, value } = useFormField(name)
  return (
    <Field id={id} label={label} hint={hint} errors={errors} size={size}>
      {(control) => (
        <Textarea name={name} size={size} defaultValue={value ?? defaultValue} {...input} {...control} />
      )}
    </Field>
  )
}

export function SelectField({
  name,
  label,
  hint,
  size,
  defaultValue,
  ...select
}: Labelled & Plain<ComponentProps<'select'>> & { options: readonly Option[]; placeholder?: string }) {
  const { id, errors, value } = useFormField(name)
  return (
    <Field id={id} label={label} hint={hint} errors={errors} size={size}>
      {(control) => (
        <Select name={name} size={size} defaultValue={value ?? defaultValue} {...select} {...control} />
      )}
    </Field>
  )
}

/** Files are not sent back by a refused post without JavaScript: no browser allows it. */
export function FileField({ name, label, hint, size, ...input }: Labelled & Plain<ComponentProps<'input'>>) {
  const { id, errors } = useFormField(name)
  return (
    <Field id={id} label={label} hint={hint} errors={errors} size={size}>
      {(control) => <FileInput name={name} size={size} {...input} {...control} />}
    </Field>
  )
}
