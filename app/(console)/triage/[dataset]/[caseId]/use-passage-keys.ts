import type { KeyboardEvent } from 'react'
import { useT } from '#i18n'
import { useKeymap } from '@/components/keys/keymap'
import { commandOf, passageCommandOf } from '@/lib/keyboard/labels'
import { type Passage, type PassageState, type Step, stepped } from '@/lib/review/passages'
import { isRightToLeft } from '@/lib/text/graphemes'
import { excerptOf } from './excerpt'
import { useWorkbench } from './passages'

const PAGE = 6

/**
 * The keys of the list of passages, as their reader has them. They work while the focus is in it and nowhere else, so that no key of the
 * page fires with them. The key that leads to the list goes on through it, so that one hand is enough.
 */
export function usePassageKeys(): (event: KeyboardEvent<HTMLElement>) => void {
  const t = useT('passages.said')
  const bench = useWorkbench()
  const keymap = useKeymap()
  const move = useMove()
  const { editing, activate, edit, editable } = bench
  const { passages } = editing
  const at = bench.active ? passages.indexOf(bench.active) : -1
  // The focus is on the first before any was chosen.
  const active = bench.active ?? passages[0]

  const goTo = (i: number) => {
    const passage = passages[Math.min(passages.length - 1, Math.max(0, i))]
    if (passage) activate(passage.id)
  }
  const judge = (passage: Passage, as: PassageState, all: boolean): true => {
    edit({ do: 'judge', id: passage.id, as, all }, t(all ? `${as}All` : as))
    return true
  }

  return (event) => {
    const { key, shiftKey, ctrlKey, metaKey, altKey } = event
    const act = (): boolean => {
      if ((ctrlKey || metaKey) && key.toLowerCase() === 'z') {
        edit({ do: 'undo' }, t('takenBack'))
        return true
      }
      switch (key) {
        case 'ArrowDown':
          goTo(at + 1)
          return true
        case 'ArrowUp':
          goTo(at - 1)
          return true
        case 'Home':
          goTo(0)
          return true
        case 'End':
          goTo(passages.length - 1)
          return true
        case 'PageDown':
          goTo(at + PAGE)
          return true
        case 'PageUp':
          goTo(at - PAGE)
          return true
      }
      if (commandOf(keymap, key) === 'passages' && !ctrlKey && !metaKey && !altKey) {
        goTo(at + 1 < passages.length ? at + 1 : 0)
        return true
      }
      if (!active) return false
      if ((key === 'ArrowRight' || key === 'ArrowLeft') && !metaKey) {
        const unit = ctrlKey || altKey ? 'word' : 'character'
        return move(
          active,
          { edge: shiftKey ? 'start' : 'end', by: key === 'ArrowRight' ? 1 : -1, unit },
          true,
        )
      }
      if (ctrlKey || metaKey || altKey) return false
      const unit = shiftKey ? 'word' : 'character'
      switch (passageCommandOf(keymap, key)) {
        case 'accept':
          return judge(active, 'accepted', shiftKey)
        case 'leave':
          return judge(active, 'left', shiftKey)
        case 'reject':
          return editable && judge(active, 'rejected', shiftKey)
        case 'wordBack':
          return move(active, { edge: 'both', by: -1, unit: 'word' })
        case 'wordForward':
          return move(active, { edge: 'both', by: 1, unit: 'word' })
        case 'startBack':
          return move(active, { edge: 'start', by: -1, unit })
        case 'startForward':
          return move(active, { edge: 'start', by: 1, unit })
        case 'endBack':
          return move(active, { edge: 'end', by: -1, unit })
        case 'endForward':
          return move(active, { edge: 'end', by: 1, unit })
      }
      switch (key) {
        case 'Delete':
        case 'Backspace':
          if (active.found) judge(active, editable ? 'rejected' : 'left', false)
          else edit({ do: 'drop', id: active.id }, t('takenOut'))
          return true
        case 'Escape':
          document.querySelector<HTMLElement>('[data-item-text]')?.focus()
          return true
        default:
          return false
      }
    }
    if (!act()) return
    event.preventDefault()
    // The keys of the page listen on the document, as React does, and come after it.
    event.nativeEvent.stopImmediatePropagation()
  }
}

/** Moves an edge of a passage, or all of it by a word, and says where it stands. `asSeen`: an arrow points where the text runs. */
export function useMove(): (passage: Passage, step: Step, asSeen?: boolean) => boolean {
  const t = useT('passages.said')
  const { indexes, edit, say, editable } = useWorkbench()
  return (passage, step, asSeen = false) => {
    const index = indexes.get(passage.field)
    if (!index || !editable) return false
    const turned = asSeen && isRightToLeft(index.slice(passage.start, passage.end))
    const by = turned ? (step.by === 1 ? -1 : 1) : step.by
    const place = stepped(index, passage, { ...step, by })
    if (place) edit({ do: 'place', id: passage.id, ...place }, t('place', { words: excerptOf(index, place) }))
    else say(step.edge === 'both' ? t('noWordThere') : t('noFurther'))
    return true
  }
}
