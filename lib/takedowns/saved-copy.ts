import 'server-only'
import type { Db } from '@/db/client'
import { framed } from './answer-copy'
import { ROWS_AT_ONCE } from './answer-rows'
import type { Answer } from './answers'

/**
 * A copy as a file, a stretch of rows after the other, as fast as it is read. It breaks off where `isGiven` says that it is not given any
 * more: what is called back is called back under who reads it.
 */
export async function copyAsFile(
  on: Db,
  answer: Answer,
  isGiven: () => Promise<boolean>,
): Promise<SavedCopy> {
  const copy = await framed(on, answer)
  return { reference: copy.frame.request, file: written(copy, isGiven) }
}

export type SavedCopy = { reference: string; file: AsyncIterable<Uint8Array> }

async function* written(
  { frame, all, rowsFrom }: Awaited<ReturnType<typeof framed>>,
  isGiven: () => Promise<boolean>,
): AsyncGenerator<Uint8Array> {
  const bytes = new TextEncoder()
  yield bytes.encode(`${JSON.stringify(frame, null, 2).slice(0, -'\n}'.length)},\n  "rows": [`)
  let gone = 0
  let separator = '\n'
  for (let from = 0; from < all; from += ROWS_AT_ONCE) {
    const stretch = await rowsFrom(from)
    gone += stretch.gone
    for (const row of stretch.rows) {
      // Before each row: who reads slowly would have two hundred more of what was called back.
      if (!(await isGiven())) throw new Error('a copy was closed while it was saved')
      yield bytes.encode(separator + JSON.stringify(row, null, 2).replace(/^/gm, '    '))
      separator = ',\n'
    }
  }
  yield bytes.encode(`\n  ],\n  "gone": ${gone}\n}\n`)
}
