'use client'

import { type ChangeEvent, useRef, useState } from 'react'
import { useLocale, useT } from '#i18n'
import { FileField } from '@/components/form/fields'
import { Button } from '@/components/ui/button'
import { cx } from '@/components/ui/cx'
import { ACCEPTED, ATTACHMENT_NUMBERS as numbers, ATTACHMENTS_FIELD, tooMuch } from '@/lib/attachments/kinds'

/**
 * Files to go with a request. What would be refused for its size is said before it has travelled; what was chosen is named, and can be
 * taken out again: a browser has no way to do that, and who chose the wrong picture must not have to send it.
 */
export function AttachmentsField() {
  const t = useT('attachments')
  const names = new Intl.ListFormat(useLocale(), { type: 'unit' })
  const box = useRef<HTMLDivElement>(null)
  const [isChosen, setChosen] = useState(false)
  const [said, setSaid] = useState<{ is: 'chosen' | 'problem'; text: string } | null>(null)

  function read({ currentTarget: field }: ChangeEvent<HTMLInputElement>) {
    const files = [...(field.files ?? [])]
    const much = tooMuch(files)
    if (much) {
      const name = much.why === 'large' ? much.name : ''
      field.value = ''
      setSaid({ is: 'problem', text: t(`tooMuch.${much.why}`, { name, ...numbers }) })
    } else if (files.length > 0)
      setSaid({
        is: 'chosen',
        text: t('chosen', { n: files.length, names: names.format(files.map(({ name }) => name)) }),
      })
    else setSaid(null)
    setChosen(!much && files.length > 0)
  }

  function takeOut() {
    const field = box.current?.querySelector('input')
    if (!field) return
    field.value = ''
    field.focus()
    setChosen(false)
    setSaid({ is: 'chosen', text: t('takenOut') })
  }

  return (
    <div className="flex flex-col items-start gap-2">
      <div ref={box} className="w-full">
        <FileField
          name={ATTACHMENTS_FIELD}
          label={t('field')}
          hint={t('hint', numbers)}
          size="lg"
          accept={ACCEPTED}
          multiple
          onChange={read}
        />
      </div>
      <p
        role="status"
        className={cx(
          'text-base wrap-anywhere empty:hidden',
          said?.is === 'problem' && 'font-medium text-bad',
        )}
      >
        {said?.text}
      </p>
      {isChosen ? (
        <Button size="lg" onClick={takeOut}>
          {t('takeOut')}
        </Button>
      ) : null}
    </div>
  )
}
