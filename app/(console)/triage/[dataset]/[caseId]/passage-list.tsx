'use client'

import { type RefObject, useEffect, useRef, useState } from 'react'
import { useT } from '#i18n'
import { cx } from '@/components/ui/cx'
import { CategoryMark } from '@/components/ui/category-badge'
import type { Passage, PassageState } from '@/lib/review/passages'
import { excerptOf } from './excerpt'
import { useWorkbench } from './passages'
import { usePassageKeys } from './use-passage-keys'

const ROW = 34
const ROWS_SHOWN = 6
/** Drawn beyond what is in sight. */
const BEYOND = 4

const SIGN: Record<PassageState, string> = { accepted: '✓', left: '–', rejected: '✕' }

/**
 * The passages beside the text. One of them has the tab stop, the arrows go through them; of thousands only those in sight are drawn,
 * and the one that has the focus.
 */
export function PassageList() {
  const t = useT('passages')
  const { editing, active, activate, indexes, editable } = useWorkbench()
  const { passages } = editing
  const list = useRef<HTMLUListElement>(null)
  const [top, setTop] = useState(0)
  const onKeyDown = usePassageKeys()
  const at = Math.max(0, passages.indexOf(active ?? FIRST))
  useFollow(list, active === null ? null : at)

  const from = Math.max(0, Math.floor(top / ROW) - BEYOND)
  const to = Math.min(passages.length, Math.ceil(top / ROW) + ROWS_SHOWN + BEYOND)
  const drawn = passages
    .map((passage, i) => ({ passage, i }))
    .filter(({ i }) => (from <= i && i < to) || i === at)

  return (
    <ul
      ref={list}
      data-passages
      aria-label={t('list')}
      className="relative overflow-y-auto rounded-md border border-line-strong bg-surface"
      style={{ height: Math.min(passages.length, ROWS_SHOWN) * ROW + 2 }}
      onScroll={(event) => setTop(event.currentTarget.scrollTop)}
      onKeyDown={onKeyDown}
    >
      {/* Gives the list its length. */}
      <li role="presentation" aria-hidden style={{ height: passages.length * ROW, width: 1 }} />
      {drawn.map(({ passage, i }) => (
        <li
          key={passage.id}
          aria-setsize={passages.length}
          aria-posinset={i + 1}
          className="absolute inset-x-0"
          style={{ top: i * ROW, height: ROW }}
        >
          <Row
            passage={passage}
            n={i + 1}
            words={editable ? excerptOf(indexes.get(passage.field), passage) : ''}
            isActive={active !== null && i === at}
            hasStop={i === at}
            onPress={() => activate(passage.id)}
          />
        </li>
      ))}
    </ul>
  )
}

const FIRST: Passage = {
  ...{ id: -1, field: '', start: 0, end: 0, category: '', type: '', source: '', state: 'left', found: null },
}

function Row({
  passage,
  n,
  words,
  isActive,
  hasStop,
  onPress,
}: {
  passage: Passage
  /** Where it comes in the list. */
  n: number
  words: string
  isActive: boolean
  hasStop: boolean
  onPress: () => void
}) {
  const t = useT('passages')
  const { id, category, type, state, field, start, end, found } = passage
  const unseen = found?.name === undefined ? null : t('numbered', { field, n: String(n) })
  const place = unseen ?? (words || t('place', { field, start: String(start), end: String(end) }))
  const source = found ? passage.source : t('addedByYou')
  return (
    <button
      type="button"
      data-row={id}
      tabIndex={hasStop ? 0 : -1}
      aria-current={isActive || undefined}
      aria-label={t('row', { type, place, state: t(`state.${state}`), source })}
      onClick={onPress}
      className={cx(
        'flex size-full items-center gap-2 px-2 text-start text-sm -outline-offset-2',
        isActive && 'bg-accent-soft',
        state !== 'accepted' && 'text-ink-soft',
      )}
    >
      <span aria-hidden className="w-4 shrink-0 text-center font-medium">
        {SIGN[state]}
      </span>
      <span data-category={category} className="flex max-w-3/5 shrink-0 items-center gap-1 text-xs text-hue">
        <CategoryMark category={category} />
        <span className="truncate">{type}</span>
      </span>
      <bdi className={cx('min-w-0 flex-1 truncate', state === 'rejected' && 'line-through')}>{place}</bdi>
    </button>
  )
}

/** Keeps the active row in sight, and the focus on it while the focus is in the list. */
function useFollow(list: RefObject<HTMLElement | null>, at: number | null): void {
  useEffect(() => {
    const box = list.current
    if (!box || at === null) return
    const top = Math.min(at * ROW, Math.max(box.scrollTop, (at + 1) * ROW - box.clientHeight))
    if (top !== box.scrollTop) box.scrollTo({ top })
    const row = box.querySelector<HTMLElement>('[data-row][tabindex="0"]')
    if (box.contains(document.activeElement) && document.activeElement !== row)
      row?.focus({ preventScroll: true })
  }, [list, at])
}
