import type { Mark } from '@/lib/text/marks'
import { snippetOf } from '@/lib/text/snippet'
import { MarkedText } from './marked-text'

/** One line of an item round its first mark, for tables. What must not be read should come masked. */
export function ItemSnippet({
  text,
  marks = [],
  lang,
  length = 160,
}: {
  text: string
  marks?: readonly Mark[]
  /** Of the text, for who has it read out. */
  lang?: string | undefined
  length?: number
}) {
  const snippet = snippetOf(text, marks, { length })
  return (
    <span lang={lang} className="item-snippet">
      {snippet.cutBefore ? '…' : ''}
      <MarkedText text={snippet.text} marks={snippet.marks} labels={false} />
      {snippet.cutAfter ? '…' : ''}
    </span>
  )
}
