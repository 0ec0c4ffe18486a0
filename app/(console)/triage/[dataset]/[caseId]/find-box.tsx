'use client'

import { type KeyboardEvent, useCallback, useDeferredValue, useMemo, useState } from 'react'
import { useT } from '#i18n'
import { Button } from '@/components/ui/button'
import { Input } from '@/components/ui/input'
import type { Place } from '@/lib/review/passages'
import { findPlaces } from '@/lib/text/find'
import { CommandKey } from './key'
import { useWorkbench } from './passages'

const MOST = 10_000

/** Finds words in the whole item, also where it is not drawn. Enter goes to the next place, Shift Enter to the one before. */
export function FindBox() {
  const t = useT('passages.find')
  const { fields, indexes, show, say } = useWorkbench()
  const [words, setWords] = useState('')
  const wanted = useDeferredValue(words)
  const [at, setAt] = useState<number | null>(null)
  const placesOf = useCallback(
    (sought: string) =>
      sought.trim().length < 2
        ? []
        : fields.flatMap(({ name, text }): Place[] => {
            const index = indexes.get(name)
            return findPlaces(text, sought, MOST).map(({ start, end }) => ({
              field: name,
              start: index?.toPoint(start) ?? start,
              end: index?.toPoint(end) ?? end,
            }))
          }),
    [fields, indexes],
  )
  const found = useMemo(() => placesOf(wanted), [placesOf, wanted])
  const isMore = found.length >= MOST
  const goTo = (by: 1 | -1) => {
    // Whoever is quicker than the search goes to what they typed, not to what was found until then.
    const places = wanted === words ? found : placesOf(words)
    if (places.length === 0) return say(t('none'))
    const next = at === null ? (by === 1 ? 0 : places.length - 1) : (at + by + places.length) % places.length
    setAt(next)
    show(places[next] ?? null)
    say(t('at', { at: String(next + 1), count: String(places.length) }))
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter') goTo(event.shiftKey ? -1 : 1)
    else if (event.key === 'Escape') show(null)
    else return
    event.preventDefault()
  }
  return (
    <search className="flex flex-wrap items-center gap-x-3 gap-y-2 text-sm">
      <label className="flex min-w-0 items-center gap-2">
        <span className="shrink-0">
          {t('label')} <CommandKey of="find" />
        </span>
        <Input
          type="search"
          data-find
          value={words}
          autoComplete="off"
          onChange={({ target }) => {
            setWords(target.value)
            setAt(null)
          }}
          onKeyDown={onKeyDown}
        />
      </label>
      <span aria-live="polite" className="text-ink-soft">
        {wanted.trim().length < 2
          ? ''
          : at === null
            ? t(isMore ? 'placesAndMore' : 'places', { count: found.length })
            : t(isMore ? 'atOfAndMore' : 'atOf', { at: at + 1, count: found.length })}
      </span>
      {found.length > 0 ? (
        <span className="flex gap-1">
          <Button size="sm" onClick={() => goTo(-1)} aria-label={t('before')}>
            ↑
          </Button>
          <Button size="sm" onClick={() => goTo(1)} aria-label={t('next')}>
            ↓
          </Button>
        </span>
      ) : null}
    </search>
  )
}
