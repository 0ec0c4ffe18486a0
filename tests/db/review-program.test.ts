import { beforeEach, describe, expect, it } from 'vitest'
import { transact, type Tx } from '@/db/client'
import type { Member } from '@/lib/auth/actor'
import { type CaseForProgram, caseForProgram } from '@/lib/golden/case-for-program'
import { nominate } from '@/lib/golden/nominate'
import { changeGoldenSettings } from '@/lib/golden/settings'
import { claimInShift, revealInShift, voteInShift } from '@/lib/golden/shift'
import { castHeld } from '@/lib/review/held-vote'
import { claimInput, decideInput, leaseInput, revealInput } from '@/lib/review/input'
import { testDatabase } from '../support/database'
import {
  agreeTo,
  casesOf,
  claim,
  emailClaim,
  flaggedItem,
  newMember,
  oneCase,
  reviewWorld,
  type World,
} from './review-world'

const database = testDatabase()
let world: World
beforeEach(async () => {
  world = await reviewWorld(database.db)
})

const ADDRESS = 'carla.private@example.org'
const TEXT = `Write to ${ADDRESS} about the mooring.`

/** As a program does it: JSON in, through the schema of the route, JSON out. */
const wire = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T
const post = async <I, V>(
  who: Member,
  schema: { parse: (given: unknown) => I },
  verb: (tx: Tx, actor: Member, input: I) => Promise<V>,
  body: object,
): Promise<V> => {
  const input = schema.parse(wire(body))
  return wire(await transact((tx) => verb(tx, who, input), world.db))
}
const get = async (who: Member, caseId: string): Promise<CaseForProgram> =>
  wire(await caseForProgram(who, leaseInput.parse({ datasetId: world.datasetId, caseId })))
const next = async (who: Member) =>
  (await post(who, claimInput, claimInShift, { datasetId: world.datasetId })).caseId ?? ''
const uncover = (who: Member, caseId: string) =>
  post(who, revealInput, revealInShift, { datasetId: world.datasetId, caseId })

/** What a vote has to name, as the case says it. */
const voteOf = ({ datasetId, caseId, round, findings, policyVersionId, reasons }: CaseForProgram) => {
  const reasonCode = reasons.find(({ actions }) => actions.includes('redact'))?.code
  return { datasetId, caseId, round, findings, policyVersionId, action: 'redact', reasonCode }
}

describe('a program with the session of a reviewer', () => {
  it('claims a case, reads it and votes on it with nothing but what the calls answer', async () => {
    const { digest } = await flaggedItem(world, TEXT, [emailClaim(TEXT, ADDRESS)])
    const caseId = await next(world.reviewer)
    const found = await get(world.reviewer, caseId)
    expect(found).toMatchObject({ claimed: true, cannotDecide: null, protection: 'masked', category: 'pii' })
    const spans = found.passages.flatMap(({ send }) => send)
    expect(spans).toHaveLength(1)
    const said = await post(world.reviewer, decideInput, voteInShift, { ...voteOf(found), spans })
    expect(said).toMatchObject({ caseId, action: 'redact', seconds: 10 })
    await database.admin.sql`update held_vote set casts_at = now() - interval '1 second'`
    const at = { datasetId: world.datasetId, caseId, reviewerId: world.reviewer.id }
    await transact((tx) => castHeld(tx, at), world.db)
    expect(await oneCase(world, digest)).toMatchObject({ status: 'decided' })
    const start = TEXT.indexOf(ADDRESS)
    const [decided] = await database.sql`select spans from decision where case_id = ${caseId}`
    expect(decided?.['spans']).toEqual([{ field: 'text', start, end: start + ADDRESS.length }])
    expect((await get(world.reviewer, caseId)).decisions).toMatchObject([{ action: 'redact' }])
  })

  it('reads what is masked, and no place in it, until it asks on record, and then as long as the page shows it', async () => {
    const other = 'al@example.org'
    await flaggedItem(world, TEXT, [emailClaim(TEXT, ADDRESS)])
    const short = `Write to ${other} about the mooring.`
    await flaggedItem(world, short, [emailClaim(short, other)])
    const cases =
      await database.sql`select id from review_case where dataset_id = ${world.datasetId} order by id`
    const read = await Promise.all(cases.map(({ id }) => get(world.reviewer, id)))
    const alike = read.map(({ fields, passages, flags }) => ({
      ...{ fields, flags },
      passages: passages.map(({ send, ...rest }) => ({ ...rest, send: send.map((one) => one.length) })),
    }))
    expect(alike[0]).toEqual(alike[1])
    expect(JSON.stringify(read)).not.toMatch(/carla|al@example|"text:\d/)
    const caseId = read[0]?.caseId ?? ''
    await uncover(world.reviewer, caseId)
    const reveals = await database.sql`
      select person_id, case_id from reveal where dataset_id = ${world.datasetId}`
    expect(reveals).toEqual([{ person_id: world.reviewer.id, case_id: caseId }])
    const open = await get(world.reviewer, caseId)
    expect(open).toMatchObject({ protection: 'open', revealed: true })
    expect(open.fields?.[0]?.text).toContain('@example.org')
    expect(open.passages[0]?.send).toEqual([expect.stringMatching(/^text:9:\d+$/)])
    expect(await get(world.second, caseId)).toMatchObject({ protection: 'masked', revealed: false })
    await database.admin.sql`update reveal set created_at = now() - interval '31 minutes'`
    expect(await get(world.reviewer, caseId)).toMatchObject({ protection: 'masked', revealed: false })
  })

  it('is covered what its reviewer did not agree to see, and refused to uncover it', async () => {
    const words = 'words that nobody should have to read'
    await flaggedItem(world, words, [{ category: 'hate', type: 'slur', severity: 3 }])
    const [{ id: caseId } = { id: '' }] = await database.sql<{ id: string }[]>`
      select id from review_case where dataset_id = ${world.datasetId}`
    await agreeTo(world.db, world.second.id, ['pii'])
    const found = await get(world.second, caseId)
    expect(found).toMatchObject({ protection: 'covered', claimed: false })
    expect(found.cannotDecide).not.toBeNull()
    expect(found.cannotUncover).not.toBeNull()
    expect(JSON.stringify(found)).not.toContain('nobody')
    await expect(uncover(world.second, caseId)).rejects.toMatchObject({ code: 'forbidden' })
    expect(await database.sql`select from reveal where case_id = ${caseId}`).toHaveLength(0)
  })

  it('is told nothing of what only officers see, of another dataset, nor who reported', async () => {
    const { digest } = await flaggedItem(world, TEXT, [
      emailClaim(TEXT, ADDRESS),
      { source: 'report', detector: `member:${world.second.id}`, type: 'reported' },
    ])
    const { id } = await oneCase(world, digest)
    const found = await get(world.reviewer, id)
    expect(found.flags.find(({ source }) => source === 'report')).toMatchObject({ by: null })
    expect(JSON.stringify(found)).not.toContain(world.second.id)
    await expect(get(world.stranger, id)).rejects.toMatchObject({ code: 'not_found' })
    await claim(world, digest, [{ category: 'ncii', type: 'report', severity: 4 }])
    await expect(get(world.lead, id)).rejects.toMatchObject({ code: 'not_found' })
    const [hidden] = (await casesOf(world, digest)).filter(({ category }) => category === 'ncii')
    expect(await get(world.officer, hidden?.id ?? '')).toMatchObject({ category: 'ncii' })
    const missing = { datasetId: world.stranger.id, caseId: id }
    await expect(caseForProgram(world.lead, missing)).rejects.toMatchObject({ code: 'not_found' })
  })

  it('cannot tell a check from a case, and reads what was expected once it answered', async () => {
    const rules = { every: 1, warnBelow: 0.8, holdBelow: 0.6, secondLead: false, opened: undefined }
    await transact(
      (tx) => changeGoldenSettings(tx, world.lead, { datasetId: world.datasetId, ...rules }),
      world.db,
    )
    const { digest } = await flaggedItem(world, 'a text of its own', [{ category: 'other', type: 'odd' }])
    const keep = { action: 'keep', reasonCode: 'other.none' }
    const first = await next(world.reviewer)
    await post(world.reviewer, decideInput, voteInShift, {
      ...voteOf(await get(world.reviewer, first)),
      ...keep,
    })
    await database.admin.sql`update held_vote set casts_at = now() - interval '1 second'`
    const at = { datasetId: world.datasetId, caseId: first }
    await transact((tx) => castHeld(tx, { ...at, reviewerId: world.reviewer.id }), world.db)
    const { decisionId } = await oneCase(world, digest)
    await transact(
      (tx) =>
        nominate(tx, world.lead, {
          ...{ ...at, decisionId: decisionId ?? '', actions: ['keep'], reasons: [], judgePassages: false },
          ...{ leastOverlap: 0.5, rationale: 'Nothing is wrong with it, as the text says itself.' },
        }),
      world.db,
    )
    for (const text of ['another text', 'a third text'])
      await flaggedItem(world, text, [{ category: 'other', type: 'odd' }])
    const who = await newMember(world.db, [['reviewer', world.datasetId]])
    const served = await get(who, await next(who))
    const cases = await database.sql<{ id: string }[]>`
      select id from review_case where dataset_id = ${world.datasetId}`
    expect(cases.map(({ id }) => id)).not.toContain(served.caseId)
    const real = await get(world.second, await nextReal(world.second))
    expect(cases.map(({ id }) => id)).toContain(real.caseId)
    const shape = ({ caseId, digest: _, fields, openedAt, ...rest }: CaseForProgram) => ({
      ...{ ...rest, fields: fields?.length, openedAt: typeof openedAt, caseId: caseId.length },
      flags: rest.flags.length,
    })
    expect(shape(served)).toEqual(shape(real))
    const { check } = await post(who, decideInput, voteInShift, { ...voteOf(served), ...keep })
    expect(check).toMatchObject({ passed: true })
    expect((await get(who, served.caseId)).check).toMatchObject({ passed: true, actions: ['keep'] })
  })
})

/** A case that is none, as checks are switched off. */
async function nextReal(who: Member): Promise<string> {
  await transact(
    (tx) =>
      changeGoldenSettings(tx, world.lead, {
        ...{ datasetId: world.datasetId, every: 0, warnBelow: 0.8, holdBelow: 0.6 },
        ...{ secondLead: false, opened: undefined },
      }),
    world.db,
  )
  return next(who)
}
