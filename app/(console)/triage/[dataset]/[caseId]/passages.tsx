'use client'

import {
  createContext,
  type ReactNode,
  use,
  useCallback,
  useEffect,
  useMemo,
  useReducer,
  useRef,
  useState,
} from 'react'
import { useT } from '#i18n'
import type { ItemLook } from '@/components/item/item-text'
import { type Selected, selectionInItem } from '@/components/item/selected-span'
import {
  type Edit,
  edited,
  type Editing,
  type FoundPassages,
  type Passage,
  type Place,
  resumeEditing,
} from '@/lib/review/passages'
import type { Mark } from '@/lib/text/marks'
import { TextIndex } from '@/lib/text/positions'
import { refusedVote, takenBack } from './outbox'
import { useShift } from './shift-frame'

export type WorkField = { name: string; text: string; length: number; marks: readonly Mark[] }

type Workbench = {
  fields: readonly WorkField[]
  indexes: ReadonlyMap<string, TextIndex>
  /** What flags name, as it came. */
  found: readonly FoundPassages[]
  look: ItemLook
  /** Of the item, for `lang`. */
  lang: string | undefined
  /** The text stands there as it is, so passages can be looked at, moved and added. Else they can only be taken or left, by number. */
  editable: boolean
  editing: Editing
  edit: (edit: Edit, said?: string) => void
  active: Passage | null
  /** Goes to a passage, in the list and in the text. */
  activate: (id: number) => void
  /** A place of the text to look at that is no passage: what a search found. */
  show: (place: Place | null) => void
  shown: Place | null
  target: { place: Place; nonce: number } | null
  /** What is read out: what the last key did. */
  said: string
  say: (text: string) => void
  /** The words that are selected, or were until a button was pressed. */
  takeSelection: () => Selected | null
}

const WorkbenchContext = createContext<Workbench | null>(null)

/** The passages of an item while somebody works on them, for the text and the form alike. */
export function Passages({
  caseId,
  fields,
  found,
  editable,
  look,
  lang,
  children,
}: {
  caseId: string
  fields: readonly WorkField[]
  found: readonly FoundPassages[]
  editable: boolean
  look: ItemLook
  lang: string | undefined
  children: ReactNode
}) {
  const shift = useShift()
  const [editing, dispatch] = useReducer(edited, found, (begun) =>
    resumeEditing(begun, ((shift && refusedVote(caseId)) ?? takenBack(caseId))?.worked ?? null),
  )
  const [known, setKnown] = useState(found)
  if (known !== found) {
    setKnown(found)
    if (editable) dispatch({ do: 'uncover', found })
  }
  const [activeId, setActiveId] = useState<number | null>(null)
  const [shown, setShown] = useState<Place | null>(null)
  const [target, setTarget] = useState<Workbench['target']>(null)
  const [said, say] = useState('')
  const indexes = useMemo(
    () => new Map(fields.map(({ name, text }) => [name, new TextIndex(text)])),
    [fields],
  )
  const takeSelection = useSelection()
  const active = editing.passages.find(({ id }) => id === activeId) ?? null

  const goTo = useCallback((place: Place) => {
    setTarget((before) => ({ place, nonce: (before?.nonce ?? 0) + 1 }))
  }, [])
  const edit = useCallback(
    (change: Edit, words?: string) => {
      dispatch(change)
      if (words !== undefined) say(words)
      const after = edited(editing, change)
      const made = change.do === 'add' ? after.passages.find(({ id }) => id >= editing.made) : undefined
      const touched = made ?? ('id' in change ? after.passages.find(({ id }) => id === change.id) : undefined)
      if (touched) {
        setActiveId(touched.id)
        setShown(null)
        goTo(touched)
      }
    },
    [editing, goTo],
  )
  const activate = useCallback(
    (id: number) => {
      const passage = editing.passages.find((one) => one.id === id)
      setActiveId(id)
      setShown(null)
      if (passage) goTo(passage)
    },
    [editing, goTo],
  )
  const show = useCallback(
    (place: Place | null) => {
      setShown(place)
      if (place) {
        setActiveId(null)
        goTo(place)
      }
    },
    [goTo],
  )
  return (
    <WorkbenchContext
      value={{
        found,
        fields,
        indexes,
        look,
        lang,
        editable,
        editing,
        edit,
        active,
        activate,
        show,
        shown,
        target,
        said,
        say,
        takeSelection,
      }}
    >
      {children}
    </WorkbenchContext>
  )
}

export function useWorkbench(): Workbench {
  const bench = use(WorkbenchContext)
  if (!bench) throw new Error('Passages stand above what shows them')
  return bench
}

const TONE = { accepted: undefined, left: 'left', rejected: 'rejected' } as const

/** What is marked in a field now. */
export function useMarks(field: WorkField): readonly Mark[] {
  const t = useT('passages.marked')
  const { editable, editing, active, shown } = useWorkbench()
  return useMemo(() => {
    if (!editable)
      return field.marks.map((mark) => ({ ...mark, active: active !== null && mark.id === active.id }))
    const marks: Mark[] = editing.passages
      .filter((passage) => passage.field === field.name)
      .map(({ id, start, end, category, type, state, found }) => ({
        ...{ id, start, end, category },
        label: state === 'accepted' ? type : t(state, { type }),
        tone: TONE[state] ?? (found ? undefined : 'added'),
        active: id === active?.id,
      }))
    if (shown?.field === field.name)
      marks.push({ start: shown.start, end: shown.end, category: '', label: '', active: true })
    return marks
  }, [editable, editing.passages, active, shown, field, t])
}

/**
 * The words that are selected, which are then selected no longer. A finger that presses a button takes the selection away before the
 * press arrives: what it was is kept for a moment.
 */
function useSelection(): () => Selected | null {
  const selection = useRef<Selected | null>(null)
  useEffect(() => {
    let forget: ReturnType<typeof setTimeout> | undefined
    const read = () => {
      const now = selectionInItem()
      clearTimeout(forget)
      if (now) selection.current = now
      else
        forget = setTimeout(() => {
          selection.current = null
        }, 600)
    }
    document.addEventListener('selectionchange', read)
    return () => {
      document.removeEventListener('selectionchange', read)
      clearTimeout(forget)
    }
  }, [])
  return useCallback(() => {
    const taken = selection.current
    selection.current = null
    if (taken) window.getSelection()?.removeAllRanges()
    return taken
  }, [])
}
