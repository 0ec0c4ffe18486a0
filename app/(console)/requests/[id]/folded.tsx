import type { ReactNode } from 'react'
import { useT } from '#i18n'
import { TextareaField } from '@/components/form/fields'

/** A step that is not the usual one, with its form behind its name. */
export function Folded({ title, children }: { title: string; children: ReactNode }) {
  return (
    <details className="py-3">
      <summary className="link cursor-pointer">{title}</summary>
      <div className="mt-4 flex max-w-form flex-col gap-4">{children}</div>
    </details>
  )
}

export function Note() {
  const t = useT('process.more')
  return <TextareaField name="note" label={t('note')} hint={t('noteHint')} rows={3} />
}
