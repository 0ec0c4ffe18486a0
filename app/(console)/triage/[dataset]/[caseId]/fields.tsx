'use client'

import { useT } from '#i18n'
import { ItemText } from '@/components/item/item-text'
import { Visible } from '@/components/item/visible'
import { FindBox } from './find-box'
import { useMarks, useWorkbench, type WorkField } from './passages'

/** From here on a text does not fit a screen, and the browser's own search would miss what is not drawn. */
const LONG = 3_000

/** The fields of the item with its passages as they are being edited. */
export function Fields() {
  const { fields, editable } = useWorkbench()
  return (
    <div className="flex flex-col gap-5">
      {editable && fields.some(({ length }) => length > LONG) ? <FindBox /> : null}
      {fields.map((field) => (
        <OneField key={field.name} field={field} only={fields.length === 1} />
      ))}
    </div>
  )
}

function OneField({ field, only }: { field: WorkField; only: boolean }) {
  const t = useT('passages')
  const { look, lang, target, activate } = useWorkbench()
  const marks = useMarks(field)
  return (
    <div data-field={field.name}>
      {only ? null : (
        <h3 className="mb-1 text-xs font-medium text-ink-soft">
          <Visible text={field.name} />
        </h3>
      )}
      <ItemText
        text={field.text}
        marks={marks}
        lang={lang}
        label={t('textOf', { field: field.name })}
        look={look}
        target={
          target?.place.field === field.name ? { point: target.place.start, nonce: target.nonce } : null
        }
        onMark={activate}
      />
      {field.length > 2_000 ? (
        <p className="mt-1 text-xs text-ink-faint">{t('characters', { count: field.length })}</p>
      ) : null}
      {field.length > LONG ? (
        <noscript>
          <p className="mt-1 text-sm text-ink-soft">{t('withoutScript')}</p>
        </noscript>
      ) : null}
    </div>
  )
}
