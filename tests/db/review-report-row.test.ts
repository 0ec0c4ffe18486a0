import { beforeAll, describe, expect, it } from 'vitest'
import { transact } from '@/db/client'
import type { Member } from '@/lib/auth/actor'
import { itemDigest } from '@/lib/datasets/digest'
import { caseView } from '@/lib/review/case-view'
import { reportInput, reportRowInput } from '@/lib/review/report-input'
import { locateReported } from '@/lib/review/locate-reported'
import { neighbours } from '@/lib/review/neighbours'
import { override } from '@/lib/review/override'
import { locateRow, reportRow } from '@/lib/review/report-row'
import { toldOfReport } from '@/lib/review/told-of-report'
import { testDatabase } from '../support/database'
import { importFiles, writeFiles } from '../support/datasets'
import { casesOf, newDataset, newMember, reviewWorld, voteOn, type World } from './review-world'

const database = testDatabase()
const TEXTS = [
  'A quiet row about the tide.',
  'Please write to erik.private@example.org about the mooring.',
  'A row about the lighthouse keeper’s cat.',
  'A row about the fog horn.',
]
const digestOf = (n: number) => itemDigest([TEXTS[n] ?? ''])
let world: World

beforeAll(async () => {
  const base = await reviewWorld(database.db)
  const { datasetId, slug } = await newDataset(database.db)
  const reviewer = () => newMember(database.db, [['reviewer', datasetId]])
  world = { ...base, datasetId, slug, reviewer: await reviewer(), second: await reviewer() }
  const rows = TEXTS.map((text, n) => `${JSON.stringify({ id: `r${n}`, text })}\n`).join('')
  await importFiles(datasetId, writeFiles({ 'rows.jsonl': rows }), { wishes: { text: ['text'], id: 'id' } })
})

const report = async (who: Member, row: number | string, change: object = {}) => {
  const at = { datasetId: world.datasetId, revision: '1', file: 'rows.jsonl', row: String(row) }
  const input = reportRowInput.parse({ ...at, category: 'hate', note: 'read beside another row', ...change })
  const located = await locateRow(who, input)
  return transact((tx) => reportRow(tx, who, located), world.db)
}

describe('a row that somebody of the team saw beside another one', () => {
  it('is reported by its place although nothing was ever found in it, and has its text and place as a case', async () => {
    expect(await casesOf(world, digestOf(2))).toEqual([])
    const said = await report(world.reviewer, 2)
    expect(said).toMatchObject({ category: 'hate', restricted: false, inSight: false })
    expect(toldOfReport(said)).toBe('Reported as “Hate and abuse”. Others decide about it.')
    const [raised] = await casesOf(world, digestOf(2))
    const view = await caseView(world.second, world.slug, raised?.id ?? '')
    expect(view).toMatchObject({
      category: 'hate',
      status: 'open',
      occurrences: [{ row: 2, sourceId: 'r2' }],
    })
    expect(view.flags).toMatchObject([{ source: 'report', by: world.reviewer.pseudonym }])
    expect((await caseView(world.reviewer, world.slug, raised?.id ?? '')).cannotDecide).toMatch(/flagged/)
  })

  it('is the item that others review already, where there is one', async () => {
    await report(world.reviewer, 1)
    expect((await casesOf(world, digestOf(1))).map(({ category }) => category)).toEqual(['hate', 'pii'])
    await expect(report(world.reviewer, 1)).rejects.toMatchObject({ code: 'conflict' })
  })

  it('leaves every screen when it is for safety officers only, and is then none for others', async () => {
    const said = await report(world.reviewer, 3, { category: 'ncii' })
    expect(toldOfReport(said)).toBe('Reported. Nobody but safety officers sees it now.')
    expect(await casesOf(world, digestOf(3))).toMatchObject([{ category: 'ncii', restricted: true }])
    await expect(report(world.second, 3)).rejects.toMatchObject({ code: 'not_found' })
    const around = async () => {
      const [first] = await casesOf(world, digestOf(1))
      const { occurrences } = await caseView(world.second, world.slug, first?.id ?? '')
      return (await neighbours(world.datasetId, occurrences[0], world.second)).map((row) => row.protection)
    }
    expect(await around()).toEqual(['open', 'covered', 'restricted'])
    const [raised] = await casesOf(world, digestOf(3))
    if (!raised) throw new Error('no case was opened')
    const kept = { ...(await voteOn(world, digestOf(3), raised)), reasonCode: 'ncii.cleared' }
    await transact((tx) => override(tx, world.officer, { ...kept, supersedes: null }), world.db)
    expect(await around(), 'once officers kept it').toEqual(['open', 'covered', 'open'])
  })

  it('is none for a stranger, and none where there is no such place: nothing is kept of it', async () => {
    const refused = { code: 'not_found' }
    await expect(report(world.stranger, 0)).rejects.toMatchObject(refused)
    await expect(report(world.reviewer, 4)).rejects.toMatchObject(refused)
    await expect(report(world.reviewer, '999999999999')).rejects.toMatchObject(refused)
    await expect(report(world.reviewer, 0, { revision: '2' })).rejects.toMatchObject(refused)
    await expect(report(world.reviewer, 0, { file: 'other.jsonl' })).rejects.toMatchObject(refused)
    const [row] = await database.sql`select count(*)::int as n from item where digest = ${digestOf(0)}`
    expect(row).toEqual({ n: 0 })
  })

  it('is none of a revision that is not complete', async () => {
    const at = { datasetId: world.datasetId, revision: '1', file: 'rows.jsonl', row: '0', category: 'hate' }
    const input = reportRowInput.parse(at)
    expect((await locateRow(world.reviewer, input)).found).toMatchObject({ row: 0 })
    const put = (state: string) =>
      database.admin
        .sql`update revision set state = ${state}::revision_state where dataset_id = ${world.datasetId}`
    await put('failed')
    expect((await locateRow(world.reviewer, input)).found).toBeNull()
    await put('complete')
  })

  it('is looked for a hundred times in an hour, found or not, by place and by digest together', async () => {
    const who = await newMember(world.db, [['reviewer', world.datasetId]])
    const nowhere = { file: 'other.jsonl' }
    for (let i = 0; i < 50; i++)
      await expect(report(who, 0, nowhere)).rejects.toMatchObject({ code: 'not_found' })
    const named = (digest: string) =>
      locateReported(who, reportInput.parse({ datasetId: world.datasetId, digest, category: 'hate' }))
    for (let i = 0; i < 50; i++)
      expect((await named(itemDigest([`unknown ${i}`]).toString('hex'))).fresh).toBeNull()
    // Beyond that what is there is refused like what is not: neither is looked for.
    const refused = { code: 'rate_limited' }
    await expect(report(who, 0)).rejects.toMatchObject(refused)
    await expect(named(digestOf(0).toString('hex'))).rejects.toMatchObject(refused)
    await expect(named(itemDigest(['unknown']).toString('hex'))).rejects.toMatchObject(refused)
    const known = digestOf(1).toString('hex')
    expect(await named(known), 'an item is in no file alone').toMatchObject({ digest: known })
  })
})
