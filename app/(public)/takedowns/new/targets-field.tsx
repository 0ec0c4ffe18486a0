'use client'

import { useEffect, useState } from 'react'
import { useT } from '#i18n'
import { TextareaField } from '@/components/form/fields'
import { useFormField } from '@/components/form/form-context'
import { parseTargets } from '@/lib/takedowns/parse-targets'
import { TargetsReading } from './targets-reading'

/** A pause in typing. Said at every key, it would be all that somebody hears who has the page read out. */
const PAUSE_MS = 700

/** The box that takes anything, and below it what we make of it, as often as one pauses. */
export function TargetsField({
  name,
  origin,
  wholeSources,
  hint = 'targetsHint',
  words,
  dataset,
  answers,
  defaultValue,
}: {
  name: string
  origin: string
  wholeSources: boolean
  hint?: 'targetsHint' | 'targetsHintSources' | 'targetsHintAnswer' | 'targetsHintPrivacy'
  /** In place of what a new request says there. */
  words?: { label: string; hint: string }
  dataset: string
  /** It is about the request that it answers. */
  answers: boolean
  defaultValue?: string
}) {
  const t = useT('takedowns.form')
  const { value } = useFormField(name)
  const [text, setText] = useState(value ?? defaultValue ?? '')
  const read = useSettled(text)
  return (
    <div className="flex flex-col gap-3">
      <TextareaField
        name={name}
        label={words?.label ?? t('targets')}
        hint={words?.hint ?? t(hint)}
        size="lg"
        rows={7}
        spellCheck={false}
        defaultValue={defaultValue}
        onInput={(event) => setText(event.currentTarget.value)}
      />
      <TargetsReading
        reading={parseTargets(read, origin, { wholeSources })}
        dataset={dataset}
        answers={answers}
        live
      />
    </div>
  )
}

function useSettled(value: string): string {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), PAUSE_MS)
    return () => clearTimeout(timer)
  }, [value])
  return settled
}
