'use client'

import { useEffect, useRef } from 'react'
import { useT } from '#i18n'
import { Form } from '@/components/form/form'
import { SubmitButton } from '@/components/form/submit-button'
import { LinkButton } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/choice'
import { columnChoices, type ColumnId, columnsOf, FIXED_COLUMN } from '@/lib/review/columns'
import { saveColumnsAction } from '../views/actions'

/** Ticks and places of all columns. Every button saves; what was moved keeps the focus, so that it can be moved on. */
export function ColumnsForm({ columns, back }: { columns: readonly ColumnId[]; back: string }) {
  const t = useT('triage')
  const labels = useT('labels')
  const pressed = useRef('')
  const list = useRef<HTMLOListElement>(null)
  const choices = columnChoices(columns)
  // What was ticked and not saved goes when the usual ones come back.
  const usual = String(columns.join() === columnsOf(null).join())

  // After the list has been drawn anew, which may be the form as a whole: what had the focus is gone then.
  const places = choices.map(({ id }) => id).join()
  useEffect(() => {
    const [, id] = pressed.current.split(':')
    const buttons = [
      ...(list.current?.querySelectorAll<HTMLButtonElement>(`[data-column="${id}"] button`) ?? []),
    ]
    ;(buttons.find(({ value }) => value === pressed.current) ?? buttons[0])?.focus()
    pressed.current = ''
  }, [places, usual])

  return (
    <Form action={saveColumnsAction} key={usual}>
      <fieldset
        onClickCapture={(event) => {
          const button = event.target instanceof Element ? event.target.closest('button') : null
          pressed.current = button?.value ?? ''
        }}
      >
        <legend className="mb-2 text-sm font-medium">{t('columnsPage.legend')}</legend>
        <ol ref={list} className="divide-y divide-line border-y border-line">
          {choices.map(({ id, shown }, i) => (
            <li key={id} data-column={id} className="flex min-h-11 items-center justify-between gap-3">
              <input type="hidden" name="order[]" value={id} />
              {id === FIXED_COLUMN ? (
                <>
                  <input type="hidden" name="shown[]" value={id} />
                  <span className="text-sm">
                    {t(`columns.${id}`)} <span className="text-ink-soft">{t('columnsPage.fixed')}</span>
                  </span>
                </>
              ) : (
                <Checkbox name="shown[]" value={id} label={t(`columns.${id}`)} defaultChecked={shown} />
              )}
              <span className="flex gap-1">
                {i > 0 ? <Move id={id} way="up" /> : null}
                {i < choices.length - 1 ? <Move id={id} way="down" /> : null}
              </span>
            </li>
          ))}
        </ol>
      </fieldset>
      <div className="flex flex-wrap gap-3">
        <SubmitButton name="intent" value="save">
          {labels('verb.save')}
        </SubmitButton>
        <SubmitButton name="intent" value="usual" kind="secondary">
          {t('columnsPage.usual')}
        </SubmitButton>
        <LinkButton href={back} kind="quiet">
          {t('columnsPage.back')}
        </LinkButton>
      </div>
    </Form>
  )
}

function Move({ id, way }: { id: ColumnId; way: 'up' | 'down' }) {
  const t = useT('triage')
  return (
    <SubmitButton name="intent" value={`${way}:${id}`} kind="quiet" size="sm">
      <span aria-hidden="true">{way === 'up' ? '↑' : '↓'}</span>
      <span className="sr-only">{t(`columnsPage.${way}`, { column: t(`columns.${id}`) })}</span>
    </SubmitButton>
  )
}
