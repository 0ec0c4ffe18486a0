import type { Mark } from '@/lib/text/marks'
import { snippetOf } from '@/lib/text/snippet'
import { MarkedText } from './marked-text'

/**
 * One line of an item round its first mark, for tables; a few where one text is told from others like it. What must not be read should
 * come masked.
 */
export function ItemSnippet({
  text,
  marks = [],
  lang,
  length = 160,
  lines = 'one',
}: {
  text: string
  marks?: readonly Mark[]
  /** Of the text, for who has it read out. */
  lang?: string | undefined
  length?: number
  lines?: 'one' | 'few'
}) {
  const snippet = snippetOf(text, marks, { length })
  return (
    <span lang={lang} className="item-snippet" data-lines={lines}>
      {snippet.cutBefore ? '…' : ''}
      <MarkedText text={snippet.text} marks={snippet.marks} labels={false} />
      {snippet.cutAfter ? '…' : ''}
    </span>
  )
}
