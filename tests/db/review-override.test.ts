import { beforeAll, describe, expect, it } from 'vitest'
import { transact } from '@/db/client'
import { itemDigest } from '@/lib/datasets/digest'
import { neighboursOf } from '@/lib/datasets/indexed-rows'
import { appeal } from '@/lib/review/appeal'
import { caseView } from '@/lib/review/case-view'
import { neighbours } from '@/lib/review/neighbours'
import { override } from '@/lib/review/override'
import { locateItem, overrideByDigest } from '@/lib/review/override-by-digest'
import { type OverrideByDigestInput, overrideInput } from '@/lib/review/input'
import { testDatabase } from '../support/database'
import { importFiles, writeFiles } from '../support/datasets'
import {
  casesOf,
  claim,
  flaggedItem,
  hold,
  newDataset,
  newMember,
  oneCase,
  reviewWorld,
  voteOn,
  type World,
} from './review-world'

const database = testDatabase()
const TEXTS = [
  'A quiet row about the tide.',
  'Please write to erik.private@example.org about the mooring.',
  'A row about the lighthouse keeper’s cat.',
  'Ring 030 901820 or write to frida.private@example.org',
  'The last row.',
]
const digestOf = (n: number) => itemDigest([TEXTS[n] ?? ''])
let world: World
let revisionId: string

beforeAll(async () => {
  const base = await reviewWorld(database.db)
  const { datasetId, slug } = await newDataset(database.db)
  world = {
    ...base,
    datasetId,
    slug,
    reviewer: await newMember(database.db, [['reviewer', datasetId]]),
    lead: await newMember(database.db, [['lead', datasetId]]),
  }
  const rows = TEXTS.map((text, n) => `${JSON.stringify({ id: `r${n}`, text })}\n`).join('')
  const wishes = { text: ['text'], id: 'id' }
  const imported = await importFiles(datasetId, writeFiles({ 'rows.jsonl': rows }), { wishes })
  revisionId = imported.revisionId
})

async function run(n: number, change: Partial<OverrideByDigestInput>, actor = world.lead) {
  const digest = digestOf(n).toString('hex')
  const input: OverrideByDigestInput = {
    dataset: world.slug,
    digest,
    action: 'remove',
    reasonCode: 'pii.profile',
    policyVersionId: undefined,
    label: undefined,
    note: undefined,
    spans: [],
    ...change,
  }
  const located = await locateItem(world.slug, digest)
  return transact((tx) => overrideByDigest(tx, actor, { ...input, ...located }), database.db)
}

describe('a decision by digest', () => {
  it('opens the case of a row that nobody had flagged, with its text and its place', async () => {
    const view = await run(2, { action: 'restrict' })
    const found = await oneCase(world, digestOf(2))
    expect(found).toMatchObject({
      category: 'pii',
      status: 'decided',
      flagCount: 0,
      decisionId: view.decisionId,
    })
    const page = await caseView(world.reviewer, world.slug, found.id)
    expect(page.fields?.[0]?.text).toBe(TEXTS[2])
    expect(page.occurrences).toMatchObject([{ row: 2, file: 'rows.jsonl', sourceId: 'r2', revision: 1 }])
    expect(page.outcome).toBe('restrict')
    expect(page.inForce).toMatchObject({ kind: 'override', action: 'restrict', by: world.lead.pseudonym })
  })

  it('masks everything that was found when a redaction names no passage', async () => {
    await run(3, { action: 'redact', reasonCode: 'pii.contact' })
    const [row] = await database.sql`select spans from decision where digest = ${digestOf(3)}`
    const text = TEXTS[3] ?? ''
    const masked = row?.['spans'].map((span: { start: number; end: number }) =>
      text.slice(span.start, span.end),
    )
    expect(masked).toContain('frida.private@example.org')
  })

  it('supersedes the decision in force', async () => {
    const first = await run(1, {})
    const second = await run(1, { action: 'keep', reasonCode: 'pii.example' })
    expect(second.supersedes).toBe(first.decisionId)
  })

  it('has nothing to redact in a row where nothing was found', async () => {
    await expect(run(0, { action: 'redact', reasonCode: 'pii.contact' })).rejects.toMatchObject({
      code: 'invalid',
    })
    expect(await casesOf(world, digestOf(0))).toEqual([])
  })

  it('is about what was found when it was begun, or what was shown: something newer is nobody’s decision', async () => {
    const { digest } = await flaggedItem(world, 'two findings, one of them late', [{}])
    const hex = digest.toString('hex')
    const keep = {
      ...{ dataset: world.slug, digest: hex, action: 'keep' as const, reasonCode: 'pii.not', spans: [] },
      ...{ policyVersionId: undefined, label: undefined, note: undefined },
    }
    const begun = await locateItem(world.slug, hex)
    const { findings } = await voteOn(world, digest, await oneCase(world, digest))
    await claim(world, digest, [{ type: 'passport' }])
    const send = (input: Parameters<typeof overrideByDigest>[2]) =>
      transact((tx) => overrideByDigest(tx, world.lead, input), database.db)
    const refused = { code: 'conflict', message: expect.stringMatching(/Something new was found/) }
    await expect(send({ ...keep, ...begun })).rejects.toMatchObject(refused)
    const now = await locateItem(world.slug, hex)
    await expect(send({ ...keep, ...now, findings })).rejects.toMatchObject(refused)
    expect(await oneCase(world, digest)).toMatchObject({ status: 'open', decisionId: null })
    const again = (await voteOn(world, digest, await oneCase(world, digest))).findings
    await send({ ...keep, ...now, findings: again })
    const [row] = await database.sql`select seen from decision where digest = ${digest}`
    expect(row?.['seen'].map(({ type }: { type: string }) => type)).toEqual(['email', 'passport'])
  })

  it('is refused to reviewers, and for an item the dataset does not have', async () => {
    await expect(run(1, {}, world.reviewer)).rejects.toMatchObject({ code: 'forbidden' })
    await expect(locateItem(world.slug, 'ab'.repeat(32))).rejects.toMatchObject({ code: 'not_found' })
  })

  it('does not reach an item that a restricted flag hides, nor a restricted category', async () => {
    await run(4, { action: 'keep', reasonCode: 'pii.not' })
    await claim(world, digestOf(4), [{ category: 'ncii', type: 'report', detector: 'report', severity: 4 }])
    await expect(run(4, { reasonCode: 'copyright.owner' })).rejects.toMatchObject({ code: 'not_found' })
    await expect(run(1, { reasonCode: 'ncii.restricted' })).rejects.toMatchObject({ code: 'forbidden' })
    expect((await casesOf(world, digestOf(4))).map((found) => found.category)).toEqual(['ncii', 'pii'])
  })
})

describe('a direct decision on a case', () => {
  /** A case as a lead's form has it, and what sends that form. */
  async function opened(text: string) {
    const { digest } = await flaggedItem(world, text, [{}])
    const form = async () => {
      const found = await oneCase(world, digest)
      return { ...(await voteOn(world, digest, found)), supersedes: found.decisionId ?? '' }
    }
    const send = (input: Awaited<ReturnType<typeof form>>, who = world.lead) =>
      transact((tx) => override(tx, who, overrideInput.parse(input)), world.db)
    const seen = async () => {
      const rows = await database.sql`select seen from decision where digest = ${digest} order by created_at`
      return rows.map((row) => row['seen'].map(({ type }: { type: string }) => type))
    }
    return { digest, form, send, seen }
  }

  it('is about what the lead saw: refused when something was found since, and says so', async () => {
    const { digest, form, send, seen } = await opened('the first of two findings')
    const stale = await form()
    await claim(world, digest, [{ type: 'passport' }])
    await expect(send(stale)).rejects.toMatchObject({
      code: 'conflict',
      message: expect.stringMatching(/Something new was found/),
    })
    expect(await seen()).toEqual([])
    expect(await send(await form())).toMatchObject({ state: 'decided' })
    expect(await seen()).toEqual([['email', 'passport']])
  })

  it('that was begun before an appeal does not answer it unread', async () => {
    const { form, send, seen } = await opened('a decision that is contested')
    const other = await newMember(database.db, [['lead', world.datasetId]])
    await send(await form(), other)
    const stale = await form()
    const { datasetId, caseId, supersedes: decisionId } = stale
    const grounds = 'It was a quotation.'
    await transact((tx) => appeal(tx, world.reviewer, { datasetId, caseId, decisionId, grounds }), world.db)
    await expect(send(stale)).rejects.toMatchObject({
      code: 'conflict',
      message: expect.stringMatching(/reopened since you opened it/),
    })
    expect(await seen()).toHaveLength(1)
    expect(await send(await form())).toMatchObject({ state: 'decided' })
  })

  it('is refused of whoever does not say what they saw', async () => {
    const { form } = await opened('sent by a program')
    const { round: _round, findings: _findings, ...bare } = await form()
    const missing = overrideInput.safeParse(bare).error?.issues.map(({ path: [field] }) => field)
    expect(missing).toEqual(['round', 'findings'])
  })
})

const PLACE = () => ({
  ...{ revisionId, revision: 1, ordinal: 0, file: 'rows.jsonl', row: 2, sourceId: null, url: null },
})

describe('the rows around an item', () => {
  it('are read from the base file, in its order, without the row itself', async () => {
    const near = await neighboursOf({ datasetId: world.datasetId, revisionId, ordinal: 0, row: 2 })
    expect(near.map((row) => [row.row, row.fields['text']])).toEqual([0, 1, 3, 4].map((n) => [n, TEXTS[n]]))
    const edge = await neighboursOf({ datasetId: world.datasetId, revisionId, ordinal: 0, row: 0 }, 1)
    expect(edge.map((row) => row.row)).toEqual([1])
  })

  it('are masked as if they were cases themselves, and withheld when restricted', async () => {
    await claim(world, digestOf(4), [{ category: 'ncii', type: 'report', detector: 'report', severity: 4 }])
    const near = await neighbours(world.datasetId, PLACE(), world.lead)
    expect(JSON.stringify(near)).not.toContain('private@example.org')
    expect(near.map((row) => row.protection)).toEqual(['open', 'masked', 'masked', 'restricted'])
    expect(near.at(-1)).toMatchObject({ text: '', marks: [] })
    // What a paused detector found is kept back, and pointed at by nothing.
    const tide = [...'A quiet row about the '].length
    const span = { field: 'text', start: tide, end: tide + 4 }
    await flaggedItem(world, TEXTS[0] ?? '', [])
    await hold(world, digestOf(0), [span])
    const [first] = await neighbours(world.datasetId, PLACE(), world.lead)
    expect(first).toMatchObject({
      text: `A quiet row about the ${'▇'.repeat(8)}.`,
      marks: [],
      protection: 'masked',
    })
  })

  it('are shown again when officers kept them, and withheld whenever officers hide them, flagged or not', async () => {
    const last = async () => (await neighbours(world.datasetId, PLACE(), world.lead)).at(-1)
    await claim(world, digestOf(4), [{ category: 'ncii', type: 'report', detector: 'report', severity: 4 }])
    expect(await last()).toMatchObject({ text: '', protection: 'restricted' })
    await run(4, { action: 'keep', reasonCode: 'ncii.cleared' }, world.officer)
    expect(await last()).toMatchObject({ text: TEXTS[4], marks: [], protection: 'open' })
    await run(4, { action: 'remove', reasonCode: 'ncii.restricted' }, world.officer)
    expect(await last()).toMatchObject({ text: '', protection: 'restricted' })
    // Hidden by a decision alone: nobody ever flagged that row.
    const of = async (row: number) =>
      (await neighbours(world.datasetId, { ...PLACE(), row }, world.lead)).find((near) => near.row === 2)
    expect(await of(3)).toMatchObject({ text: TEXTS[2] })
    await run(2, { action: 'remove', reasonCode: 'ncii.restricted' }, world.officer)
    expect(await of(3)).toMatchObject({ text: '', protection: 'restricted' })
  })

  it('are without what was erased, also while the file still holds it', async () => {
    const around = async () =>
      (await neighbours(world.datasetId, { ...PLACE(), row: 2 }, world.lead)).map(({ row }) => row)
    expect(await around()).toEqual([0, 1, 3, 4])
    await database.admin
      .sql`delete from item_content where dataset_id = ${world.datasetId} and digest = ${digestOf(3)}`
    expect(await around()).toEqual([0, 1, 4])
  })
})
