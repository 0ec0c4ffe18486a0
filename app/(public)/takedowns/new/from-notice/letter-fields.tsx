'use client'

import { useT } from '#i18n'
import { FileField, SelectField, TextareaField } from '@/components/form/fields'
import { FormErrors } from '@/components/form/form-errors'
import { SubmitButton } from '@/components/form/submit-button'

const TYPES = ['read', 'takedown', 'counternotice', 'retraction'] as const

/** The letter, or its file, and what it is. */
export function LetterFields({ dataset, letter, type }: { dataset: string; letter?: string; type?: string }) {
  const t = useT('notices')
  return (
    <>
      <FormErrors />
      <input type="hidden" name="dataset" value={dataset} />
      <TextareaField
        name="letter"
        label={t('letter')}
        hint={t('letterHint')}
        size="lg"
        rows={12}
        spellCheck={false}
        defaultValue={letter}
      />
      <FileField
        name="file"
        label={t('file')}
        hint={t('fileHint')}
        size="lg"
        accept=".txt,.md,.markdown,.eml,text/plain,text/markdown,message/rfc822"
      />
      <SelectField
        name="type"
        label={t('type')}
        size="lg"
        options={TYPES.map((value) => ({ value, label: t(`types.${value}`) }))}
        defaultValue={type ?? 'read'}
      />
      <div>
        <SubmitButton size="lg" pendingLabel={t('reading')}>
          {t('read')}
        </SubmitButton>
        <p className="mt-3 text-base text-ink-soft">{t('kept')}</p>
      </div>
    </>
  )
}
