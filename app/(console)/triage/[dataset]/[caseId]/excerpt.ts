import type { TextIndex } from '@/lib/text/positions'
import { visibleText } from '@/lib/text/visible'

const MOST = 80

/** The words of a passage for one line: from its beginning, and how it ends when it is long. */
export function excerptOf(
  index: TextIndex | undefined,
  { start, end }: { start: number; end: number },
): string {
  if (!index) return ''
  const words =
    end - start <= MOST
      ? index.slice(start, end)
      : `${index.slice(start, start + MOST / 2)} … ${index.slice(end - MOST / 4, end)}`
  return visibleText(words.replace(/\s+/gu, ' '))
}
