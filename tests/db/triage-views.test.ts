import { beforeAll, describe, expect, it } from 'vitest'
import { transact } from '@/db/client'
import type { Member } from '@/lib/auth/actor'
import { columnsOf } from '@/lib/review/columns'
import { EXPORT_FIELDS, exportCases } from '@/lib/review/export-cases'
import { exportsFor } from '@/lib/review/exports'
import { parseFilters } from '@/lib/review/filters'
import { triageFacets } from '@/lib/review/facets'
import { override } from '@/lib/review/override'
import { triagePage } from '@/lib/review/queries'
import {
  changeView,
  chooseDefaultView,
  deleteView,
  MOST_VIEWS,
  saveColumns,
  saveView,
  tablePreferenceOf,
  updateView,
  viewsFor,
} from '@/lib/review/saved-views'
import { scopesOf } from '@/lib/review/scope'
import { tellLanguages } from '@/lib/review/tell-languages'
import { changeViewInput, columnsInput, saveViewInput, updateViewInput } from '@/lib/review/view-input'
import { testDatabase } from '../support/database'
import {
  claim,
  emailClaim,
  flaggedItem,
  newMember,
  oneCase,
  reviewWorld,
  voteOn,
  type World,
} from './review-world'

const database = testDatabase()
let world: World
beforeAll(async () => {
  world = await reviewWorld(database.db)
})

const save = (who: Member, input: object) =>
  transact((tx) => saveView(tx, who, saveViewInput.parse(input)), world.db)
const change = (who: Member, input: object) =>
  transact((tx) => changeView(tx, who, changeViewInput.parse(input)), world.db)
const named = async (who: Member, name: string) => (await viewsFor(who)).find((view) => view.name === name)

describe('a saved view', () => {
  it('is its owner’s alone until a lead shares it, and then about the dataset of its team', async () => {
    const { id } = await save(world.lead, {
      name: 'French hate',
      query:
        'language=fr&category=hate&sort=opened&search=3f0b9a52-53e6-4a53-9d1c-3b5f6e9f5a11&view=all&evil=1',
    })
    expect(await named(world.lead, 'French hate')).toMatchObject({
      query: 'category=hate&language=fr&sort=opened',
      team: null,
      mayChange: true,
    })
    expect(await viewsFor(world.reviewer)).toEqual([])
    await change(world.lead, { viewId: id, name: 'French hate', datasetId: world.datasetId })
    expect(await named(world.reviewer, 'French hate')).toMatchObject({
      query: `dataset=${world.slug}&category=hate&language=fr&sort=opened`,
      team: { id: world.datasetId },
      mayChange: false,
    })
    expect(await viewsFor(world.stranger)).toEqual([])
  })

  it('of a team is changed and deleted by leads only, one’s own by nobody else', async () => {
    const shared = await save(world.lead, { name: 'For all', datasetId: world.datasetId })
    const mine = await save(world.reviewer, { name: 'Mine' })
    const at = (viewId: string) => ({ viewId, name: 'Taken' })
    await expect(change(world.reviewer, at(shared.id))).rejects.toMatchObject({ code: 'forbidden' })
    await expect(change(world.lead, at(mine.id))).rejects.toMatchObject({ code: 'not_found' })
    await expect(change(world.stranger, at(shared.id))).rejects.toMatchObject({ code: 'not_found' })
    await expect(save(world.reviewer, { name: 'Pushed', datasetId: world.datasetId })).rejects.toMatchObject({
      code: 'forbidden',
    })
    const update = updateViewInput.parse({ viewId: shared.id, query: 'status=decided' })
    await transact((tx) => updateView(tx, world.lead, update), world.db)
    expect(await named(world.reviewer, 'For all')).toMatchObject({
      query: `dataset=${world.slug}&status=decided`,
    })
    await transact((tx) => deleteView(tx, world.lead, { viewId: shared.id }), world.db)
    expect(await named(world.reviewer, 'For all')).toBeUndefined()
  })

  it('has a name of its own, and there are not more than anybody finds their way in', async () => {
    const who = await newMember(database.db, [['reviewer', world.datasetId]])
    await save(who, { name: 'Twice' })
    await expect(save(who, { name: 'Twice' })).rejects.toMatchObject({ code: 'invalid' })
    for (let n = 1; n < MOST_VIEWS; n++) await save(who, { name: `View ${n}` })
    await expect(save(who, { name: 'One more' })).rejects.toMatchObject({ code: 'conflict' })
  })

  it('can be what the table opens with, until it is gone', async () => {
    const { id } = await save(world.reviewer, { name: 'First' })
    const choose = (who: Member) => transact((tx) => chooseDefaultView(tx, who, { viewId: id }), world.db)
    await expect(choose(world.lead)).rejects.toMatchObject({ code: 'not_found' })
    await choose(world.reviewer)
    expect(await tablePreferenceOf(world.reviewer)).toMatchObject({ defaultView: id })
    await transact((tx) => deleteView(tx, world.reviewer, { viewId: id }), world.db)
    expect(await tablePreferenceOf(world.reviewer)).toMatchObject({ defaultView: null })
  })

  it('brings the columns that its maker looked at, in their order', async () => {
    const choose = (input: object) =>
      transact((tx) => saveColumns(tx, world.reviewer, columnsInput.parse(input)), world.db)
    const order = ['severity', 'text', 'score', 'status']
    await choose({ order, shown: ['severity', 'score', 'text'], intent: 'up:score' })
    expect((await tablePreferenceOf(world.reviewer)).columns).toEqual(['severity', 'score', 'text'])
    await save(world.reviewer, { name: 'With score' })
    await choose({ order, shown: [], intent: 'usual' })
    expect((await tablePreferenceOf(world.reviewer)).columns).toBeNull()
    expect(await named(world.reviewer, 'With score')).toMatchObject({
      columns: ['severity', 'score', 'text'],
    })
    expect(columnsOf(['gone', 'status', 'status'])).toEqual(['text', 'status'])
  })
})

/** What an export yields, and the cases its record counts by then. */
async function exported(who: Member, queue: string, format: 'csv' | 'jsonl') {
  const pieces: Buffer[] = []
  for await (const piece of await exportCases(who, { queue, format })) pieces.push(piece)
  const [record] = await database.sql`
    select cases::int, query, format, datasets from case_export where person_id = ${who.id} order by created_at desc limit 1`
  return { text: Buffer.concat(pieces).toString(), record }
}

describe('an export', () => {
  it('has the cases of the filter, their facts and no text, and is on record', async () => {
    const own = await reviewWorld(database.db)
    const lead = await newMember(database.db, [
      ['lead', own.datasetId],
      ['reviewer', world.datasetId],
    ])
    const secret = 'Write to heron@example.org about the kelp'
    const { digest } = await flaggedItem(own, secret, [
      emailClaim(secret, 'heron@example.org'),
      { detector: '=cmd|calc', type: '@formula', spans: [] },
    ])
    const { id } = await oneCase(own, digest)
    await flaggedItem(world, 'of another dataset', [{}])
    await flaggedItem(own, 'of another category', [{ category: 'other', type: 'odd' }])
    const { text, record } = await exported(lead, 'category=pii', 'csv')
    const lines = text.trimEnd().split('\r\n')
    expect(lines[0]).toBe(EXPORT_FIELDS.join(','))
    expect(lines).toHaveLength(2)
    expect(lines[1]).toContain(id)
    expect(lines[1]).toContain(digest.toString('hex'))
    expect(lines[1], 'no cell is run by a spreadsheet').toContain("'=cmd|calc; email")
    expect(text).not.toContain('heron')
    expect(record).toMatchObject({
      cases: 1,
      format: 'csv',
      query: 'category=pii',
      datasets: [own.datasetId],
    })
    expect((await exportsFor(own.lead)).map(({ query, cases }) => [query, cases])).toEqual([
      ['category=pii', 1],
    ])
    expect(await exportsFor(own.reviewer)).toEqual([])
    const json = await exported(lead, 'category=pii', 'jsonl')
    expect(JSON.parse(json.text)).toMatchObject({ case: id, findings: ['@formula', 'email'], row: null })
    expect(Object.keys(JSON.parse(json.text))).toEqual([...EXPORT_FIELDS])
  })

  it('is for leads and maintainers, and has nothing restricted', async () => {
    await flaggedItem(world, 'restricted here', [{ category: 'ncii', type: 'image' }])
    await expect(exportCases(world.reviewer, { queue: '', format: 'csv' })).rejects.toMatchObject({
      code: 'forbidden',
    })
    await expect(
      exportCases(world.stranger, { queue: `dataset=${world.slug}`, format: 'csv' }),
    ).rejects.toThrow()
    expect((await exported(world.lead, 'status=all', 'jsonl')).text).not.toContain('ncii')
  })

  /** A dataset with more cases than a piece has, and one with a text, which comes last. */
  async function manyCases() {
    const own = await reviewWorld(database.db)
    await database.admin.sql`
      with made as (
        insert into item (dataset_id, digest) select ${own.datasetId}, sha256(convert_to('x' || n, 'UTF8')) from generate_series(1, 4500) n returning digest),
      numbered as (select digest, row_number() over () as n from made)
      insert into review_case (dataset_id, id, digest, category, severity, score, detectors, types, opened_at)
      select ${own.datasetId}, ('00000000-0000-4000-8000-' || lpad(to_hex(n), 12, '0'))::uuid, digest, 'other', 1, 0.5, '{test}', '{made}',
             timestamptz '2026-11-01' + get_byte(digest, 0) * interval '1 minute'
      from numbered`
    const { digest } = await flaggedItem(own, 'one with a text', [{ category: 'other', type: 'odd' }])
    const decideIt = async () => {
      const found = await oneCase(own, digest)
      const given = { ...(await voteOn(own, digest, found)), reasonCode: 'other.none', supersedes: null }
      await transact((tx) => override(tx, own.lead, given), own.db)
    }
    return { own, digest, id: (await oneCase(own, digest)).id, decideIt }
  }

  /** The ids of an export, and what happens after its first piece. */
  async function idsOf(who: Member, queue: string, meanwhile: (first: string[]) => Promise<unknown>) {
    const ids: string[] = []
    for await (const piece of await exportCases(who, { queue, format: 'jsonl' })) {
      const some: string[] = piece
        .toString()
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line).case)
      if (ids.length === 0) await meanwhile(some)
      ids.push(...some)
    }
    return ids
  }

  it('has every case once, of more than a piece, while others are decided', async () => {
    const { own, decideIt } = await manyCases()
    const ids = await idsOf(own.lead, '', decideIt)
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids.length).toBe(4_500)
  })

  it('has a case that is opened again while it is written, once, and none that is new', async () => {
    const { own, digest, id, decideIt } = await manyCases()
    await decideIt()
    const ids = await idsOf(own.lead, 'status=all', async ([written]) => {
      await claim(own, digest, [{ category: 'other', type: 'odder' }])
      expect(await oneCase(own, digest)).toMatchObject({ status: 'open', round: 2 })
      await database.admin
        .sql`update review_case set status = 'decided', decided_at = now() where id = ${written ?? ''} and dataset_id = ${own.datasetId}`
      await flaggedItem(own, 'found meanwhile', [{ category: 'other', type: 'odd' }])
    })
    expect(ids.filter((one) => one === id)).toHaveLength(1)
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids.length).toBe(4_501)
  })
})

describe('the language of a case', () => {
  it('narrows the table and is counted; what was stored before is told by a job, once', async () => {
    const own = await reviewWorld(database.db)
    const french = 'Le bateau part à neuf heures, écrivez à heron@example.org pour la corde et la jetée.'
    const english = 'The ferry leaves at nine, write to heron@example.org about the rope and the pier.'
    for (const text of [french, english, 'heron@example.org'])
      await flaggedItem(own, text, [emailClaim(text, 'heron@example.org')])
    await database.admin.sql`update item set language = null where dataset_id = ${own.datasetId}`
    expect(await tellLanguages(own.datasetId)).toBe(3)
    expect(await tellLanguages(own.datasetId)).toBe(0)
    const filters = parseFilters({ dataset: own.slug, language: 'fr' })
    const page = await triagePage(own.reviewer, filters)
    expect(page.rows.map((row) => row.language)).toEqual(['fr'])
    const facets = await triageFacets(await scopesOf(own.db, own.reviewer), filters)
    expect(Object.fromEntries(facets.language.counts)).toEqual({ fr: 1, en: 1, und: 1 })
    expect(facets.status.counts.get('open')).toBe(1)
  })
})
