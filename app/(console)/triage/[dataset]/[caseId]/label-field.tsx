'use client'

import { useT } from '#i18n'
import { TextField } from '@/components/form/fields'

export function LabelField() {
  const t = useT('decide.label')
  return <TextField name="label" label={t('label')} hint={t('hint')} maxLength={60} autoComplete="off" />
}
