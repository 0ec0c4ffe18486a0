import type { TextFormat } from '@/lib/datasets/read/format'

/**
 * What stands in the place of an erased record: a row without content and of the same length, so that every other row stays at
 * its number and at its byte. That length is all that remains.
 *
 * @param length of the record in bytes, without its line end
 */
export function tombstone(format: TextFormat, content: readonly string[], length: number): Buffer {
  return Buffer.from(format.kind === 'jsonl' ? emptyObject(length) : emptyCells(format, content, length))
}

/** Space after a JSON value is part of no value (RFC 8259 §2). */
const emptyObject = (length: number) => (length >= SAID.length ? SAID : '{}').padEnd(length)
const SAID = '{"erased":true}'

/** As many cells as the header has, empty but for one, which is no content field where there is another. */
function emptyCells(
  { columns, delimiter }: Extract<TextFormat, { delimiter: string }>,
  content: readonly string[],
  length: number,
): string {
  const filled = Math.max(
    0,
    columns.findIndex((column) => !content.includes(column)),
  )
  const spaces = ' '.repeat(Math.max(0, length - (columns.length - 1)))
  return columns.map((_, i) => (i === filled ? spaces : '')).join(delimiter)
}
