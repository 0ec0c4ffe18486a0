import { beforeAll, describe, expect, it } from 'vitest'
import { db, transact } from '@/db/client'
import { beginErasure, removeContent } from '@/lib/erasure/begin'
import { finishErasures } from '@/lib/erasure/finish'
import { itemDigest } from '@/lib/datasets/digest'
import { indexDataset, indexNearDuplicates } from '@/lib/near-duplicates/index-items'
import { likenessOf } from '@/lib/near-duplicates/likeness'
import { neighboursOf } from '@/lib/near-duplicates/neighbours-of'
import { publishFirstPolicy } from '@/lib/policies/first-policy'
import { testDatabase } from '../support/database'
import { importFiles, newDataset, writeFiles } from '../support/datasets'
import { newMember } from './review-world'

const database = testDatabase()
beforeAll(() => transact(publishFirstPolicy))

const FAMILY = [
  'Please write to anna.k@mail.example.org if you want to come along on Sunday to the lake with all of us from the choir',
  'please write to ANNA.K@mail.example.org — if you want to come along on Sunday to the lake, with all of us from the choir!',
  'Please write to anna.k@mail.example.org if you want to come along on Sunday to the lake with all of us from the club',
]
const OTHERS = [
  'The minutes were sent to bert.w@mail.example.org by the secretary after the meeting of the board had ended late',
  'Mail c.d@mail.example.org',
  'mail C.D@mail.example.org!!!',
  'Mail e.f@mail.example.org',
]
const digestOf = (text: string) => itemDigest([text])

async function world(slug: string, texts: readonly string[] = [...FAMILY, ...OTHERS]) {
  const datasetId = await newDataset(slug)
  const rows = texts.map((text, i) => `${JSON.stringify({ id: i, text })}\n`).join('')
  await importFiles(datasetId, writeFiles({ 'rows.jsonl': rows }), { wishes: { text: ['text'], id: 'id' } })
  return datasetId
}

const rowsOf = (datasetId: string) =>
  database.sql<{ digest: string; kind: string; keys: string[] }[]>`
    select encode(digest, 'hex') as digest, kind, keys::text[] as keys from near_duplicate
    where dataset_id = ${datasetId} order by digest`

const near = (datasetId: string, text: string) => neighboursOf(db(), { datasetId, digest: digestOf(text) })

describe('near-duplicates of a dataset', () => {
  it('are indexed by a job that a completed import leaves behind, once', async () => {
    const datasetId = await world('nd-job')
    const jobs = await database.admin.sql`
      select task_identifier, queue_name from graphile_worker.jobs
      where task_identifier = 'near-duplicates.index' and queue_name like ${`%${datasetId}`}`
    expect(jobs).toHaveLength(1)
    expect(await near(datasetId, FAMILY[0] ?? '')).toEqual({ state: 'waiting', members: [], more: false })
    expect(await indexDataset(datasetId)).toBe(7)
    expect(await indexDataset(datasetId)).toBe(0)
    expect((await rowsOf(datasetId)).map(({ kind, keys }) => `${kind} ${keys.length}`).sort()).toEqual([
      'bands 14',
      'bands 14',
      'bands 14',
      'bands 14',
      'words 1',
      'words 1',
      'words 1',
    ])
  })

  it('are listed with their cases and how similar they are, the most similar first', async () => {
    const datasetId = await world('nd-list')
    await indexDataset(datasetId)
    const { state, members, more } = await near(datasetId, FAMILY[0] ?? '')
    expect({ state, more }).toEqual({ state: 'bands', more: false })
    expect(members.map(({ digest }) => digest)).toEqual(
      [FAMILY[1], FAMILY[2]].map((text) => digestOf(text ?? '').toString('hex')),
    )
    // 22 words make 18 shingles; the exchanged last word takes one of them: 17 of 19.
    expect(members.map(({ similarity }) => similarity)).toEqual([1, 17 / 19])
    expect(members[0]).toMatchObject({
      isMeasured: true,
      cases: [{ category: 'pii', status: 'open', action: null }],
    })
  })

  it('of a text too short for shingles are those with exactly its words', async () => {
    const datasetId = await world('nd-short')
    await indexDataset(datasetId)
    const { state, members } = await near(datasetId, 'Mail c.d@mail.example.org')
    expect(state).toBe('words')
    expect(members.map(({ digest }) => digest)).toEqual([
      digestOf('mail C.D@mail.example.org!!!').toString('hex'),
    ])
  })

  it('are never those of another dataset, and no key tells that a text is in both', async () => {
    const [one, other] = [await world('nd-one'), await world('nd-other')]
    await indexDataset(one)
    await indexDataset(other)
    expect((await near(one, OTHERS[0] ?? '')).members).toEqual([])
    const keys = (rows: readonly { keys: string[] }[]) => rows.flatMap((row) => row.keys)
    const both = new Set(keys(await rowsOf(one)))
    expect(keys(await rowsOf(other)).filter((key) => both.has(key))).toEqual([])
  })

  it('leave out items with a restricted case', async () => {
    const datasetId = await world('nd-restricted')
    await indexDataset(datasetId)
    await database.admin.sql`
      update review_case set restricted = true where dataset_id = ${datasetId} and digest = ${digestOf(FAMILY[2] ?? '')}`
    const { members } = await near(datasetId, FAMILY[0] ?? '')
    expect(members.map(({ digest }) => digest)).toEqual([digestOf(FAMILY[1] ?? '').toString('hex')])
  })

  it('are capped where a text is a template, and say so', async () => {
    const copies = Array.from({ length: 230 }, (_, i) => `${FAMILY[0]}, row ${i}`)
    const datasetId = await world('nd-template', copies)
    await indexDataset(datasetId)
    const { members, more } = await near(datasetId, copies[0] ?? '')
    expect(members).toHaveLength(200)
    expect(more).toBe(true)
  })

  it('are told by their bands where a text is too long to open for a list', async () => {
    const long = Array.from(
      { length: 9000 },
      (_, i) =>
        `word${String.fromCharCode(97 + (i % 26), 97 + (Math.floor(i / 26) % 26), 97 + Math.floor(i / 676))}`,
    ).join(' ')
    const texts = [`${long} anna.k@mail.example.org`, `${long} bert.w@mail.example.org`]
    const datasetId = await world('nd-long', texts)
    await indexDataset(datasetId)
    const { members } = await near(datasetId, texts[0] ?? '')
    expect(members).toMatchObject([{ isMeasured: false }])
    expect(members[0]?.similarity).toBeGreaterThan(0.95)
  })
})

describe('a fingerprint of a text', () => {
  it('goes with the text when it is erased, and no later run brings it back', async () => {
    const datasetId = await world('nd-erase')
    await indexDataset(datasetId)
    const officer = await newMember(db(), [], ['safety_officer'])
    const digest = digestOf(FAMILY[0] ?? '')
    await transact((tx) =>
      beginErasure(tx, officer, {
        what: 'item',
        dataset: 'nd-erase',
        digest: digest.toString('hex'),
        basis: 'right_to_erasure',
      }),
    )
    await finishErasures(datasetId)
    expect((await rowsOf(datasetId)).map((row) => row.digest)).not.toContain(digest.toString('hex'))
    expect(await indexDataset(datasetId)).toBe(0)
    expect(await transact((tx) => indexNearDuplicates(tx, datasetId, [digest]))).toBe(0)
    expect((await near(datasetId, FAMILY[1] ?? '')).members.map((member) => member.digest)).not.toContain(
      digest.toString('hex'),
    )
  })

  it('is not left behind by a run that read the text before it was erased', async () => {
    const datasetId = await world('nd-race')
    const digest = digestOf(FAMILY[0] ?? '')
    let erased: Promise<unknown> | undefined
    await transact(async (tx) => {
      await indexNearDuplicates(tx, datasetId, [digest])
      // The erasure waits for this transaction, then takes the row that it has just written with the text.
      erased = transact((other) => removeContent(other, datasetId, digest))
      await new Promise((resolve) => setTimeout(resolve, 300))
    })
    await erased
    expect(await rowsOf(datasetId)).toHaveLength(0)
  })

  it('cannot be written without the text, nor changed or deleted by the product', async () => {
    const datasetId = await world('nd-rights', OTHERS)
    await indexDataset(datasetId)
    const stranger = database.sql`
      insert into near_duplicate (dataset_id, digest, kind, keys) values (${datasetId}, ${digestOf('nobody wrote this')}, 'nothing', '{}')`
    await expect(stranger).rejects.toThrow('near_duplicate_has_content')
    await expect(database.sql`delete from near_duplicate where dataset_id = ${datasetId}`).rejects.toThrow(
      'permission denied',
    )
    await expect(database.sql`update near_duplicate set keys = '{}'`).rejects.toThrow('permission denied')
  })

  it('cannot be made without the key of the instance', () => {
    const key = process.env.WINNOW_KEY
    const own = likenessOf('d', FAMILY[0] ?? '').keys
    process.env.WINNOW_KEY = 'another instance with another key, long enough'
    const other = likenessOf('d', FAMILY[0] ?? '').keys
    process.env.WINNOW_KEY = key
    expect(other.filter((each) => own.includes(each))).toEqual([])
    expect(likenessOf('d', FAMILY[0] ?? '').keys).toEqual(own)
  })
})
