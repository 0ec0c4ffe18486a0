'use client'

import { useState } from 'react'
import { useFormField } from '@/components/form/form-context'
import { selectedSpan } from '@/components/item/selected-span'
import { Visible } from '@/components/item/visible'
import { Button } from '@/components/ui/button'
import { CategoryBadge } from '@/components/ui/category-badge'
import { Checkbox, ChoiceGroup } from '@/components/ui/choice'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { CommandKey } from './key'

export type ChoosableFinding = {
  id: string
  label: string
  category: string
  /** Of this case's category: chosen unless taken out. */
  own: boolean
  /** `field:start:end`, a line each. */
  value: string
  places: string
}

type Selected = { value: string; text: string }

/** What becomes [REDACTED]: findings, passages selected with the mouse, and words typed as they stand in the text. */
export function RedactChoice({
  findings,
  selectable,
}: {
  findings: readonly ChoosableFinding[]
  selectable: boolean
}) {
  const { id, errors } = useFormField('passages')
  const [selected, setSelected] = useState<readonly Selected[]>([])
  const [hint, setHint] = useState<string | null>(null)

  function addSelection() {
    const added = currentSelection()
    setHint(added ? null : 'Select some words in the text first.')
    if (added) setSelected((before) => [...before.filter(({ value }) => value !== added.value), added])
  }

  return (
    <div className="flex flex-col gap-3">
      <ChoiceGroup id={id} legend="What is redacted" errors={errors}>
        {findings.map((finding) => (
          <Checkbox
            key={finding.id}
            name="spans[]"
            value={finding.value}
            defaultChecked={finding.own}
            label={<CategoryBadge category={finding.category} label={finding.label} />}
            hint={<Visible text={finding.places} />}
          />
        ))}
        {selected.map(({ value, text }) => (
          <div key={value} className="flex items-center gap-2 text-sm">
            <input type="hidden" name="spans[]" value={value} />
            <q className="min-w-0 flex-1 truncate">
              <Visible text={text} />
            </q>
            <Button
              kind="quiet"
              size="sm"
              onClick={() => setSelected((before) => before.filter((one) => one.value !== value))}
            >
              Take out
            </Button>
          </div>
        ))}
      </ChoiceGroup>
      {selectable ? (
        <div>
          <Button size="sm" onClick={addSelection} data-add-selection>
            Add the selected words <CommandKey of="addSelection" />
          </Button>
          <p role="status" className="mt-1 text-sm text-ink-soft empty:hidden">
            {hint}
          </p>
        </div>
      ) : null}
      <Field
        id={`${id}-typed`}
        label="Or type what is redacted"
        hint="Exactly as it stands there; every place is found."
      >
        {(control) => <Input {...control} name="passages[]" autoComplete="off" spellCheck={false} />}
      </Field>
    </div>
  )
}

/** The words selected in the item, as a span of their field; null when nothing of the text is selected. */
function currentSelection(): Selected | null {
  const selection = window.getSelection()
  const holder = selection?.anchorNode?.parentElement
  const root = holder?.closest<HTMLElement>('[data-item-text]')
  const field = root?.closest<HTMLElement>('[data-field]')?.dataset['field']
  const span = root && selectedSpan(root, selection)
  if (!span || field === undefined) return null
  return { value: `${field}:${span.start}:${span.end}`, text: selection?.toString() ?? '' }
}
