import { useT } from '#i18n'
import { OTHER_TYPE } from '@/lib/review/judged'
import type { Place } from '@/lib/review/passages'
import { characterEnd, characterStart, wordAt } from '@/lib/text/graphemes'
import type { TextIndex } from '@/lib/text/positions'
import { excerptOf } from './excerpt'
import { useWorkbench } from './passages'

/** Adds what is selected in the text to the passages, and says what became of it. */
export function useAddSelection(types: readonly string[], category: string): () => void {
  const t = useT('passages.said')
  const { edit, say, takeSelection, indexes } = useWorkbench()
  return () => {
    const given = takeSelection()
    const selected = given && inWholeCharacters(indexes.get(given.field), given)
    if (!selected) return say(t('selectFirst'))
    const type = types[0] ?? OTHER_TYPE
    edit(
      { do: 'add', places: [selected], type, category },
      t('added', { words: excerptOf(indexes.get(selected.field), selected), type }),
    )
  }
}

/** Without the blanks at its ends, which a double click takes along, and with every character whole; null when nothing is left. */
function inWholeCharacters(index: TextIndex | undefined, { field, start, end }: Place): Place | null {
  if (!index) return null
  const { text } = index
  let from = characterStart(text, index.toUnit(start))
  let to = characterEnd(text, index.toUnit(end))
  while (from < to && /\s/.test(text.charAt(from))) from++
  while (from < to && /\s/.test(text.charAt(to - 1))) to--
  return from < to ? { field, start: index.toPoint(from), end: index.toPoint(to) } : null
}

/** A new passage by keys alone: the next word after the one that is active, or the first of the text, to be moved from there. */
export function useAddNextWord(types: readonly string[], category: string): () => void {
  const t = useT('passages.said')
  const { edit, say, active, fields, indexes } = useWorkbench()
  return () => {
    const field = active?.field ?? fields.find(({ text }) => text !== '')?.name ?? ''
    const index = indexes.get(field)
    const word = index && wordAt(index.text, active ? index.toUnit(active.end) : 0)
    if (!index || !word) return say(t('noWordFollows'))
    const place = { field, start: index.toPoint(word.start), end: index.toPoint(word.end) }
    edit(
      { do: 'add', places: [place], type: types[0] ?? OTHER_TYPE, category },
      t('addedWord', { words: excerptOf(index, place) }),
    )
  }
}
