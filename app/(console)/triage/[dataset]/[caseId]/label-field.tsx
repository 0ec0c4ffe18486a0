'use client'

import { TextField } from '@/components/form/fields'

export function LabelField() {
  return (
    <TextField
      name="label"
      label="Label"
      hint="What labels.csv says of the row. The reason code if left empty."
      maxLength={60}
      autoComplete="off"
    />
  )
}
