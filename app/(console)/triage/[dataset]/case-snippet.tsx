import { useT } from '#i18n'
import { ItemSnippet } from '@/components/item/item-snippet'
import type { RowSnippet } from '@/lib/review/queries'

/** One line of a case's text as its reader may see it, or why there is none. */
export function CaseSnippet({ snippet }: { snippet: RowSnippet }) {
  const t = useT('bulk.look')
  return snippet.kind === 'text' ? (
    <ItemSnippet text={snippet.text} marks={snippet.marks} length={400} />
  ) : (
    <span className="text-ink-soft">{t(snippet.kind)}</span>
  )
}
