import { beforeAll, describe, expect, it } from 'vitest'
import { transact } from '@/db/client'
import type { Member } from '@/lib/auth/actor'
import { decideInShift } from '@/lib/golden/shift'
import { caseView } from '@/lib/review/case-view'
import { triageFacets } from '@/lib/review/facets'
import { parseFilters } from '@/lib/review/filters'
import { triagePage, triageRows } from '@/lib/review/queries'
import { reveal, REVEALS_PER_DAY } from '@/lib/review/reveal'
import { scopesOf } from '@/lib/review/scope'
import { testDatabase } from '../support/database'
import {
  casesOf,
  emailClaim,
  flaggedItem,
  hold,
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

describe('the text of a case', () => {
  const ADDRESS = 'carla.private@example.org'
  const text = `Ask ${ADDRESS} about the boat.`

  it('leaves the server without what was found, in the table and on the page, until it is revealed', async () => {
    const { digest } = await flaggedItem(world, text, [
      { ...emailClaim(text, ADDRESS), score: 1, severity: 4 },
    ])
    const found = await oneCase(world, digest)
    const before = await caseView(world.reviewer, world.slug, found.id)
    expect(before).toMatchObject({ protection: 'masked', revealed: false })
    expect(JSON.stringify(before)).not.toContain('carla')
    const [shown] = before.fields ?? []
    expect(shown?.text).toMatch(/^Ask ▇+ about the boat\.$/)
    expect(shown?.length, 'how long the whole is would tell how long the masked is').toBe(shown?.text.length)
    const page = await triagePage(world.reviewer, parseFilters({ sort: '-opened' }))
    expect(page.rows.find((row) => row.id === found.id)?.snippet).toMatchObject({
      kind: 'text',
      text: expect.stringMatching(/^Ask ▇+ about/),
    })
    expect(JSON.stringify(page)).not.toContain('carla')

    await transact(
      (tx) => reveal(tx, world.reviewer, { datasetId: world.datasetId, caseId: found.id, queue: '' }),
      database.db,
    )
    const after = await caseView(world.reviewer, world.slug, found.id)
    expect(after).toMatchObject({ protection: 'open', revealed: true })
    expect(after.fields?.[0]?.text).toBe(text)
    expect((await caseView(world.second, world.slug, found.id)).revealed).toBe(false)
    expect((await caseView(world.lead, world.slug, found.id)).history.map((entry) => entry.text)).toContain(
      `${world.reviewer.pseudonym} uncovered the text.`,
    )
  })

  it('comes with what its maintainers say of the dataset', async () => {
    const said = {
      description: 'Posts of a harbour.',
      homepage: 'https://harbour.example/',
      licence: 'CC-BY-4.0',
    }
    await database.admin.sql`
      update dataset set description = ${said.description}, homepage = ${said.homepage} where id = ${world.datasetId}`
    const { digest } = await flaggedItem(world, 'A row of a described dataset.', [{}])
    const { id } = await oneCase(world, digest)
    expect((await caseView(world.reviewer, world.slug, id)).dataset).toMatchObject(said)
  })

  it('hides what a paused detector found in it, which is no finding', async () => {
    const note = '© 2019 Press'
    const words = `${note}: ask ${ADDRESS} about the mooring.`
    const start = words.indexOf(ADDRESS)
    const { digest } = await flaggedItem(world, words, [
      {
        category: 'copyright',
        type: 'notice',
        severity: 4,
        spans: [{ field: 'text', start: 0, end: [...note].length }],
      },
    ])
    const { id } = await oneCase(world, digest)
    const row = async () =>
      (await triagePage(world.reviewer, parseFilters({ sort: '-opened' }))).rows.find((one) => one.id === id)
    expect((await caseView(world.reviewer, world.slug, id)).protection).toBe('open')
    await hold(world, digest, [{ field: 'text', start, end: start + ADDRESS.length }])
    const view = await caseView(world.reviewer, world.slug, id)
    expect(view).toMatchObject({ protection: 'masked', flags: [{ type: 'notice' }], flagCount: 1 })
    expect(view.passages.map(({ type }) => type)).toEqual(['notice'])
    for (const shown of [view.fields?.[0], (await row())?.snippet])
      expect(shown).toMatchObject({
        text: `${note}: ask ${'▇'.repeat(8)} about the mooring.`,
        marks: [{ label: 'notice' }],
      })
    // Nor can it be guessed by what a vote may redact.
    const redact = {
      ...(await voteOn(world, digest, await oneCase(world, digest))),
      action: 'redact' as const,
    }
    const guess = (passages: string[]) =>
      transact(
        (tx) =>
          decideInShift(tx, world.reviewer, { ...redact, reasonCode: 'copyright.reproduction', passages }),
        database.db,
      )
    await expect(guess([ADDRESS])).rejects.toThrow('is not in this item')
    // A detector of what may hurt covers the whole.
    await hold(world, digest, [], { category: 'hate', type: 'slur' })
    expect(await caseView(world.reviewer, world.slug, id)).toMatchObject({
      protection: 'covered',
      passages: [{ at: [0, 0] }],
    })
    expect((await row())?.snippet).toEqual({ kind: 'covered' })
  })

  it.each(['blur', 'cover'])(
    'is covered in the table for whoever wants such texts to have: %s',
    async (way) => {
      const { digest } = await flaggedItem(world, `A plain row about a ${way}.`, [
        { category: 'copyright', type: 'notice', severity: 4 },
      ])
      const { id } = await oneCase(world, digest)
      const reader = await newMember(database.db, [['reviewer', world.datasetId]])
      const seenBy = async (who: Member) =>
        (await triageRows([{ dataset_id: world.datasetId, id }], who)).map(({ snippet }) => snippet.kind)
      expect(await seenBy(reader)).toEqual(['text'])
      await database.sql`
      insert into reviewer_preference (person_id, categories, viewing) values (${reader.id}, '{}', ${JSON.stringify({ copyright: [way] })}::text::jsonb)
      on conflict (person_id) do update set categories = excluded.categories, viewing = excluded.viewing`
      expect(await seenBy(reader)).toEqual(['covered'])
      expect(await seenBy(world.reviewer)).toEqual(['text'])
    },
  )

  it('is covered where the text itself may hurt, and looks like any other', async () => {
    const { digest } = await flaggedItem(world, 'those people are vermin', [
      { category: 'hate', type: 'slur', detector: 'lexicon' },
    ])
    const view = await caseView(world.reviewer, world.slug, (await oneCase(world, digest)).id)
    expect(view).toMatchObject({
      protection: 'covered',
      fields: [{ text: '▇▇▇▇▇ ▇▇▇ ▇▇▇▇▇▇▇▇ ▇▇ ▇▇▇▇▇▇ ▇▇▇▇ ▇▇▇▇▇' }],
    })
  })

  it('is revealed only so often a day, and asking again costs nothing', async () => {
    const member = await newMember(database.db, [['reviewer', world.datasetId]])
    const cases = await database.sql<
      { id: string }[]
    >`select id from review_case where dataset_id = ${world.datasetId} and not restricted limit 2`
    const [first = { id: '' }, second = { id: '' }] = cases
    const ask = (caseId: string) =>
      transact((tx) => reveal(tx, member, { datasetId: world.datasetId, caseId, queue: '' }), database.db)
    await ask(first.id)
    await ask(first.id)
    const [counted] = await database.sql`select count(*)::int as n from reveal where person_id = ${member.id}`
    expect(counted?.['n']).toBe(1)
    await database.sql`
      insert into reveal (dataset_id, case_id, person_id) select ${world.datasetId}, ${first.id}, ${member.id} from generate_series(2, ${REVEALS_PER_DAY})`
    await expect(ask(second.id)).rejects.toMatchObject({ code: 'rate_limited' })
    await expect(ask(first.id)).resolves.toMatchObject({ caseId: first.id })
  })
})

describe('a restricted case', () => {
  const listed = async (who: Member, params: Record<string, string>) =>
    (await triagePage(who, parseFilters(params))).rows.map(({ id }) => id)

  it('is in no table and on no page but the safety officers’', async () => {
    const { digest } = await flaggedItem(world, 'something terrible', [
      {},
      { category: 'ncii', type: 'report', detector: 'report', severity: 4 },
    ])
    const hidden = (await casesOf(world, digest)).map((found) => found.id)
    for (const member of [world.reviewer, world.lead]) {
      const seen = await listed(member, { status: 'all' })
      expect(seen.filter((id) => hidden.includes(id))).toEqual([])
      for (const id of hidden)
        await expect(caseView(member, world.slug, id)).rejects.toMatchObject({ code: 'not_found' })
      const facets = await triageFacets(await scopesOf(database.db, member), parseFilters({}))
      expect(facets.category.counts.get('ncii')).toBeUndefined()
    }
    expect((await listed(world.officer, { dataset: world.slug })).sort()).toEqual(hidden.toSorted())
    expect(await caseView(world.officer, world.slug, hidden[0] ?? '')).toMatchObject({
      restricted: true,
      protection: 'covered',
    })
  })
})
