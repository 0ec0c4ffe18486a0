import { once } from 'node:events'
import { createWriteStream } from 'node:fs'

const WORDS =
  'a about after all along and at back because boat but by came can day down every few first for from garden get give good harbour have her him his how I in into it just know like little look make many more most mountain much my never new no not now of old on one only or other our out over people rain river road said sea see she so some still street take than that the their them then there they this time to tree two under up very walked was water way we well went were what when which who will wind window with work would year you'.split(
    ' ',
  )

/** What stands in one row of each thousand: 24 of a thousand are flagged, as in the measurement of the reference design. */
const PLANTED: Record<number, (n: number) => string> = {
  3: (n) => `write to person.${n}@mail.example.org`,
  7: (n) => `call +44 20 7946 0${String(n % 1000).padStart(3, '0')}`,
  11: (n) => `server 203.0.114.${n % 250}`,
  13: () => 'card 4111 1111 1111 1111',
  17: () => 'Copyright 2019 The Example Company. All rights reserved.',
}

/** Writes `rows` lines of JSON of about 1 KB each; the same ones every time. */
export async function writeRows(file: string, rows: number): Promise<void> {
  const out = createWriteStream(file, { highWaterMark: 4 * 1024 * 1024 })
  const next = lehmer(20_26)
  let lines: string[] = []
  for (let n = 0; n < rows; n++) {
    lines.push(`${JSON.stringify({ id: `row-${n}`, text: rowText(n, next), source: 'bench', lang: 'en' })}\n`)
    if (lines.length < 2000) continue
    if (!out.write(lines.join(''))) await once(out, 'drain')
    lines = []
  }
  out.end(lines.join(''))
  await once(out, 'close')
}

function rowText(n: number, next: () => number): string {
  let text = ''
  while (text.length < 930) text += `${WORDS[next() % WORDS.length] ?? ''}${next() % 12 === 0 ? '. ' : ' '}`
  const planted = n % 42 === 0 ? PLANTED[[3, 7, 11, 13, 17][n % 5] ?? 3] : undefined
  return planted ? `${text.slice(0, 400)} ${planted(n)} ${text.slice(400)}` : text
}

/** Park and Miller's generator: enough to vary words, the same on every machine. */
function lehmer(seed: number): () => number {
  let state = seed
  return () => (state = (state * 48271) % 0x7fffffff)
}
