import { random, type Random } from '@/lib/demo/random'
import { abuse, copyrightNotice, personalData, post } from '@/lib/demo/texts'

/** One row of the demo dataset as its source file has it. */
export type DemoRow = { id: string; text: string; url: string; author: string; board: string; lang: 'en' }

export type DemoShard = { name: string; rows: DemoRow[] }

/** The dataset that the demo, the tests and the screenshots share. */
export const demoDataset = {
  slug: 'harbour-forum',
  name: 'Harbour Forum',
  licence: 'CC-BY-4.0',
  homepage: 'https://forum.example.org/',
  description:
    'Posts from five boards of an invented town forum: boats, gardens, bicycles, the library and the kitchen. Synthetic, made for this demonstration.',
  authorField: 'author',
  territories: ['eu'],
}

const ROWS = 3600
const SHARDS = 3

/**
 * Revision 1: 3,600 posts in three shards; about 1 in 14 carries personal data, 1 in 30 a copyright notice, 1 in 40
 * mild abuse. Revision 2 drops a tenth, moves rows between shards and adds 400 new posts, as a next crawl would.
 */
export function demoRevision(number: 1 | 2): DemoShard[] {
  const first = rows(1, ROWS, 0)
  const all = number === 1 ? first : [...first.filter((_, i) => i % 10 !== 3), ...rows(2, 400, ROWS)]
  const shards = Array.from({ length: SHARDS }, (_, n): DemoShard => ({
    name: `posts-0${n}.jsonl`,
    rows: [],
  }))
  all.forEach((row, i) =>
    shards[number === 1 ? Math.floor((i * SHARDS) / all.length) : i % SHARDS]?.rows.push(row),
  )
  return shards
}

/** A shard as the bytes of its JSONL file. */
export const shardBytes = (shard: DemoShard): Buffer =>
  Buffer.from(shard.rows.map((row) => `${JSON.stringify(row)}\n`).join(''))

function rows(seed: number, count: number, from: number): DemoRow[] {
  const r = random(seed)
  return Array.from({ length: count }, (_, i) => {
    const { board, text } = post(r)
    const id = `hf-${String(from + i + 1).padStart(6, '0')}`
    return {
      id,
      text: planted(r, text),
      url: `https://forum.example.org/${board}/${id}`,
      author: `member-${1 + r.below(240)}`,
      board,
      lang: 'en',
    }
  })
}

function planted(r: Random, text: string): string {
  const roll = r.next()
  if (roll < 0.07) return `${text} ${personalData(r)}`
  if (roll < 0.1) return `${text}\n\n${copyrightNotice(r)}`
  if (roll < 0.125) return `${abuse(r)} ${text}`
  if (roll < 0.13) return `${abuse(r)} ${text} ${personalData(r)}`
  return text
}
