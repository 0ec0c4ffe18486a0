'use client'

import { useEffect, useRef } from 'react'
import { Form } from '@/components/form/form'
import { SubmitButton } from '@/components/form/submit-button'
import { LinkButton } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/choice'
import { columnChoices, type ColumnId, columnsOf, FIXED_COLUMN } from '@/lib/review/columns'
import { saveColumnsAction } from '../views/actions'

/** Ticks and places of all columns. Every button saves; what was moved keeps the focus, so that it can be moved on. */
export function ColumnsForm({ columns, back }: { columns: readonly ColumnId[]; back: string }) {
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
        <legend className="mb-2 text-sm font-medium">Shown, in this order</legend>
        <ol ref={list} className="divide-y divide-line border-y border-line">
          {choices.map(({ id, label, shown }, i) => (
            <li key={id} data-column={id} className="flex min-h-11 items-center justify-between gap-3">
              <input type="hidden" name="order[]" value={id} />
              {id === FIXED_COLUMN ? (
                <>
                  <input type="hidden" name="shown[]" value={id} />
                  <span className="text-sm">
                    {label} <span className="text-ink-soft">(leads to the case, always shown)</span>
                  </span>
                </>
              ) : (
                <Checkbox name="shown[]" value={id} label={label} defaultChecked={shown} />
              )}
              <span className="flex gap-1">
                {i > 0 ? <Move id={id} label={label} way="up" /> : null}
                {i < choices.length - 1 ? <Move id={id} label={label} way="down" /> : null}
              </span>
            </li>
          ))}
        </ol>
      </fieldset>
      <div className="flex flex-wrap gap-3">
        <SubmitButton name="intent" value="save">
          Save
        </SubmitButton>
        <SubmitButton name="intent" value="usual" kind="secondary">
          The usual ones
        </SubmitButton>
        <LinkButton href={back} kind="quiet">
          Back to the table
        </LinkButton>
      </div>
    </Form>
  )
}

function Move({ id, label, way }: { id: string; label: string; way: 'up' | 'down' }) {
  return (
    <SubmitButton name="intent" value={`${way}:${id}`} kind="quiet" size="sm">
      <span aria-hidden="true">{way === 'up' ? '↑' : '↓'}</span>
      <span className="sr-only">
        Move {label} {way}
      </span>
    </SubmitButton>
  )
}
