'use client'

import { type ChangeEvent, useState } from 'react'
import { useT } from '#i18n'
import { FileField } from '@/components/form/fields'
import { ACCEPTED, ATTACHMENT_NUMBERS as numbers, ATTACHMENTS_FIELD, tooMuch } from '@/lib/attachments/kinds'

/** Files to go with a request. What would be refused for its size is said before it has travelled. */
export function AttachmentsField() {
  const t = useT('attachments')
  const [problem, setProblem] = useState<string | null>(null)

  function refuseTooMuch({ currentTarget: field }: ChangeEvent<HTMLInputElement>) {
    const much = tooMuch([...(field.files ?? [])])
    const name = much?.why === 'large' ? much.name : ''
    setProblem(much ? t(`tooMuch.${much.why}`, { name, ...numbers }) : null)
    if (much) field.value = ''
  }

  return (
    <div className="flex flex-col gap-2">
      <FileField
        name={ATTACHMENTS_FIELD}
        label={t('field')}
        hint={t('hint', numbers)}
        size="lg"
        accept={ACCEPTED}
        multiple
        onChange={refuseTooMuch}
      />
      <p role="status" className="text-base font-medium text-bad empty:hidden">
        {problem}
      </p>
    </div>
  )
}
