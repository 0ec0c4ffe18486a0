import { stepCharacter, stepWord, wordAt } from '@/lib/text/graphemes'
import type { TextIndex } from '@/lib/text/positions'
import { formatJudged, type SentJudged } from './judged'
import { formatSent, formatSpan } from './spans'

/** What a flag names in an item, as the page gets it: a flag of ten thousand passages is a list of twenty thousand numbers. */
export type FoundPassages = {
  flagId: string
  category: string
  type: string
  /** Who says so, in words. */
  source: string
  /** Of the category of the case: accepted unless somebody says otherwise. */
  own: boolean
  field: string
  /** start, end, start, end, … in code points of what is shown of the field; twice the same where nothing is. */
  at: readonly number[]
  /** What the form sends in place of places, one for each passage, while its reader may not know them. */
  names?: readonly string[]
}

export type PassageState = 'accepted' | 'left' | 'rejected'

/** A passage while its reviewer works on it; places in code points of the field. */
export type Passage = {
  id: number
  field: string
  start: number
  end: number
  category: string
  type: string
  /** Empty for one added by hand. */
  source: string
  state: PassageState
  /** Where a flag has it; null for one added by hand. */
  found: { flagId: string; start: number; end: number; name?: string } | null
}

export type Editing = {
  /** In the order of the text. */
  passages: readonly Passage[]
  past: readonly (readonly Passage[])[]
  /** Ids that were given. */
  made: number
}

export type Place = { field: string; start: number; end: number }

export type Edit =
  /** `all`: every passage of the same flag. */
  | { do: 'judge'; id: number; as: PassageState; all?: boolean }
  | { do: 'place'; id: number; start: number; end: number }
  | { do: 'name'; id: number; type: string }
  | { do: 'add'; places: readonly Place[]; type: string; category: string }
  | { do: 'drop'; id: number }
  /** The same passages with their places. */
  | { do: 'uncover'; found: readonly FoundPassages[] }
  | { do: 'undo' }

const MOST_UNDONE = 200

export function beginEditing(found: readonly FoundPassages[]): Editing {
  const passages: Passage[] = []
  for (const { flagId, at, own, names, ...rest } of found) {
    for (let i = 0; i + 1 < at.length; i += 2) {
      const [start = 0, end = 0] = [at[i], at[i + 1]]
      const { field, category, type, source } = rest
      const state = own ? 'accepted' : 'left'
      passages.push({
        ...{ id: passages.length, field, start, end, category, type, source, state },
        found: { flagId, start, end, name: names?.[i / 2] },
      })
    }
  }
  return { passages: passages.sort(byPlace), past: [], made: passages.length }
}

/** What somebody made of passages, and what these were. */
export type Worked = { found: readonly FoundPassages[]; editing: Editing }

/** Goes on with what was made of the same passages before; of others it begins anew. */
export const resumeEditing = (found: readonly FoundPassages[], before: Worked | null): Editing =>
  before && JSON.stringify(before.found) === JSON.stringify(found) ? before.editing : beginEditing(found)

/** The next state; the same one where there is nothing to do. */
export function edited(editing: Editing, edit: Edit): Editing {
  const { passages, past, made } = editing
  const next = (changed: readonly Passage[], count = made): Editing => ({
    passages: changed,
    past: [...past.slice(-MOST_UNDONE + 1), passages],
    made: count,
  })
  switch (edit.do) {
    case 'undo': {
      const last = past.at(-1)
      return last ? { passages: last, past: past.slice(0, -1), made } : editing
    }
    case 'judge': {
      const one = passages.find(({ id }) => id === edit.id)
      if (!one) return editing
      const flagId = edit.all ? one.found?.flagId : undefined
      const isMeant = (passage: Passage) =>
        passage.id === one.id || (flagId !== undefined && passage.found?.flagId === flagId)
      return next(passages.map((passage) => (isMeant(passage) ? { ...passage, state: edit.as } : passage)))
    }
    case 'place':
      return next(
        passages
          .map((passage) =>
            passage.id === edit.id ? { ...passage, start: edit.start, end: edit.end } : passage,
          )
          .sort(byPlace),
      )
    case 'name':
      return next(
        passages.map((passage) => (passage.id === edit.id ? { ...passage, type: edit.type } : passage)),
      )
    case 'uncover': {
      if (passages.every((passage) => passage.found?.name === undefined)) return editing
      const begun = beginEditing(edit.found)
      // Something was found meanwhile, or found otherwise: it begins anew.
      if (begun.made !== made) return begun
      const places = new Map(begun.passages.map((passage) => [passage.id, passage]))
      const uncovered = (list: readonly Passage[]) =>
        list.map((passage) => ({ ...passage, ...places.get(passage.id), state: passage.state })).sort(byPlace)
      return { passages: uncovered(passages), past: past.map(uncovered), made }
    }
    case 'drop':
      return next(passages.filter(({ id }) => id !== edit.id))
    case 'add': {
      const { category, type } = edit
      const known = new Set(passages.filter(({ state }) => state === 'accepted').map(formatSpan))
      const added = edit.places
        .filter((place) => !known.has(formatSpan(place)))
        .map(({ field, start, end }, i): Passage => ({
          ...{ id: made + i, field, start, end, category, type },
          ...{ source: '', state: 'accepted', found: null },
        }))
      return added.length === 0 ? editing : next([...passages, ...added].sort(byPlace), made + added.length)
    }
  }
}

// Fields in the order of their names would do: what counts is that it never changes.
const byPlace = (a: Passage, b: Passage) =>
  (a.field < b.field ? -1 : a.field > b.field ? 1 : 0) || a.start - b.start || a.end - b.end || a.id - b.id

/** What a form sends: what is redacted if the item is, and what was said of single passages. */
export function sentSpans(passages: readonly Passage[]): string {
  return passages
    .filter(({ state }) => state === 'accepted')
    .map((passage) => formatSent(passage.found?.name === undefined ? passage : { name: passage.found.name }))
    .join('\n')
}

export function sentJudged(passages: readonly Passage[]): string {
  return passages
    .flatMap((passage) => judgedOf(passage) ?? [])
    .map(formatJudged)
    .join('\n')
}

function judgedOf({ field, start, end, type, state, found }: Passage): SentJudged | null {
  if (found?.name !== undefined) return state === 'rejected' ? { verdict: 'wrong', name: found.name } : null
  if (!found) return state === 'accepted' ? { verdict: 'added', type, field, start, end } : null
  const origin = { field, start: found.start, end: found.end, flagId: found.flagId }
  if (state === 'rejected') return { verdict: 'wrong', ...origin }
  const isMoved = start !== found.start || end !== found.end
  return state === 'accepted' && isMoved ? { verdict: 'moved', ...origin, to: { start, end } } : null
}

export type Step = { edge: 'start' | 'end' | 'both'; by: 1 | -1; unit: 'character' | 'word' }

/**
 * Where a passage stands after one step, in whole characters; null when it would be empty or leave the text. `both`: the next or the
 * previous word in its place.
 */
export function stepped(
  index: TextIndex,
  { start, end }: { start: number; end: number },
  { edge, by, unit }: Step,
): { start: number; end: number } | null {
  const { text } = index
  const [from, to] = [index.toUnit(start), index.toUnit(end)]
  if (edge === 'both') {
    const word = by === 1 ? wordAt(text, to) : wordBefore(text, from)
    return word && { start: index.toPoint(word.start), end: index.toPoint(word.end) }
  }
  const at = edge === 'start' ? from : to
  const raw = unit === 'word' ? stepWord(text, at, by) : stepCharacter(text, at, by)
  const placed = unit === 'word' ? besideBlank(text, raw, edge, by) : raw
  const moved = edge === 'start' ? { start: placed, end: to } : { start: from, end: placed }
  if (moved.start >= moved.end || placed === at) return null
  return { start: index.toPoint(moved.start), end: index.toPoint(moved.end) }
}

function wordBefore(text: string, at: number): { start: number; end: number } | null {
  const start = stepWord(text, at, -1)
  const end = stepWord(text, start, 1)
  return start < at && end > start ? { start, end } : null
}

/** A passage neither begins nor ends with the blank that the step came across. */
function besideBlank(text: string, at: number, edge: 'start' | 'end', by: 1 | -1): number {
  let place = at
  if (edge === 'start' && by === 1) while (place < text.length && /\s/.test(text.charAt(place))) place++
  if (edge === 'end' && by === -1) while (place > 0 && /\s/.test(text.charAt(place - 1))) place--
  return place
}
