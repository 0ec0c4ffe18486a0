import { cx } from '@/components/ui/cx'
import type { Mark } from '@/lib/text/marks'
import { snippetOf } from '@/lib/text/snippet'
import { MarkedText } from './marked-text'

/** One line of an item round its first mark, for tables. `veiled` blurs it; what must not be read should come masked. */
export function ItemSnippet({
  text,
  marks = [],
  veiled = false,
  length = 160,
}: {
  text: string
  marks?: readonly Mark[]
  veiled?: boolean
  length?: number
}) {
  const snippet = snippetOf(text, marks, { length })
  return (
    <>
      {veiled ? <span className="sr-only">Covered text</span> : null}
      <span className={cx('item-snippet', veiled && 'blur-sm select-none')} aria-hidden={veiled || undefined}>
        {snippet.cutBefore ? '…' : ''}
        <MarkedText text={snippet.text} marks={snippet.marks} labels={false} />
        {snippet.cutAfter ? '…' : ''}
      </span>
    </>
  )
}
