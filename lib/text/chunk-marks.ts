import type { Chunk } from '@/lib/text/chunks'
import type { Mark } from '@/lib/text/marks'

/** The marks of each chunk, in places of the chunk; one that runs over an edge is in both, named in the first. Sorted, then linear. */
export function marksOfChunks(chunks: readonly Chunk[], marks: readonly Mark[]): Mark[][] {
  const sorted = marks.toSorted((a, b) => a.start - b.start)
  let next = 0
  let open: Mark[] = []
  return chunks.map(({ start, end }) => {
    for (let mark = sorted[next]; mark && mark.start < end; mark = sorted[++next]) open.push(mark)
    const inside = open.map((mark) => ({
      ...mark,
      start: Math.max(0, mark.start - start),
      end: Math.min(end, mark.end) - start,
      ...(mark.start < start ? { label: '' } : {}),
    }))
    open = open.filter((mark) => mark.end > end)
    return inside.filter((mark) => mark.end > mark.start)
  })
}
