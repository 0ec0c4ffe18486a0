import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { transact } from '@/db/client'
import { decide } from '@/lib/review/decide'
import { decideMany, previewMany } from '@/lib/review/decide-many'
import type { DecideManyInput } from '@/lib/review/input'
import { testDatabase } from '../support/database'
import { casesOf, emailClaim, flaggedItem, oneCase, reviewWorld, voteOn, type World } from './review-world'

const database = testDatabase()
let world: World
beforeAll(async () => {
  world = await reviewWorld(database.db)
})

let made = 0
/** Four cases: two with an address, one without passages, one of another category; and one that is decided already. */
async function batch(): Promise<{ input: DecideManyInput; names: Record<string, string> }> {
  const names: Record<string, string> = {}
  const add = async (name: string, claim: Parameters<typeof flaggedItem>[2][number]) => {
    const text = `${name} dora@example.org ${++made}`
    const { digest } = await flaggedItem(world, text, [
      claim.spans ? { ...claim, ...emailClaim(text, 'dora@example.org') } : claim,
    ])
    const found = await oneCase(world, digest)
    names[found.id] = name
    return { digest, found }
  }
  await add('first', { spans: [] })
  await add('second', { spans: [] })
  await add('unmarked', {})
  await add('hate', { category: 'hate', type: 'slur' })
  const late = await add('late', { spans: [] })
  const vote = await voteOn(world, late.digest, late.found)
  await transact((tx) => decide(tx, world.reviewer, vote), world.db)
  const input: DecideManyInput = {
    datasetId: world.datasetId,
    caseIds: [...Object.keys(names), randomUUID()],
    action: 'redact',
    reasonCode: 'pii.contact',
    policyVersionId: world.policyId,
    label: undefined,
    note: undefined,
  }
  return { input, names }
}

describe('a bulk decision', () => {
  it('says before it happens which cases will be decided and which skipped, and why, and writes nothing', async () => {
    const { input, names } = await batch()
    const [before] =
      await database.sql`select (select count(*) from decision) as d, (select count(*) from log_pending) as l`
    const view = await transact((tx) => previewMany(tx, world.lead, input), world.db)
    expect(view).toMatchObject({ decided: 2, skipped: 4, batchId: null, dataset: world.slug })
    const why = Object.fromEntries(view.items.map((item) => [names[item.caseId] ?? 'unknown', item.skipped]))
    expect(why).toEqual({
      first: null,
      second: null,
      unmarked: 'Nothing in it is marked that could be redacted.',
      hate: '“pii.contact” is not a reason for hate and abuse.',
      late: expect.stringMatching(/^This case was already decided by heron-/),
      unknown: 'This case was not found.',
    })
    const [after] =
      await database.sql`select (select count(*) from decision) as d, (select count(*) from log_pending) as l`
    expect(after).toEqual(before)
  })

  it('decides exactly what the preview said, each with its log entry, under one batch', async () => {
    const { input } = await batch()
    const preview = await transact((tx) => previewMany(tx, world.lead, input), world.db)
    const view = await transact((tx) => decideMany(tx, world.lead, input), world.db)
    expect(view.items).toEqual(preview.items)
    const rows = await database.sql`
      select d.kind, d.action, jsonb_array_length(d.spans) as spans, d.actor, p.entry_id is not null as logged
      from decision d left join log_pending p using (entry_id) where d.batch_id = ${view.batchId}`
    expect(rows).toHaveLength(2)
    for (const row of rows)
      expect(row).toEqual({
        kind: 'batch',
        action: 'redact',
        spans: 1,
        actor: `member:${world.lead.id}`,
        logged: true,
      })
    const [counted] =
      await database.sql`select decided, skipped from decision_batch where id = ${view.batchId}`
    expect(counted).toEqual({ decided: 2, skipped: 4 })
  })

  it('is for leads only, and the same 404 for a stranger as for a dataset that does not exist', async () => {
    const { input } = await batch()
    await expect(transact((tx) => decideMany(tx, world.reviewer, input), world.db)).rejects.toMatchObject({
      code: 'forbidden',
    })
    const foreign = transact((tx) => decideMany(tx, world.stranger, input), world.db)
    await expect(foreign).rejects.toMatchObject({ code: 'not_found' })
    const missing = transact(
      (tx) => decideMany(tx, world.stranger, { ...input, datasetId: randomUUID() }),
      world.db,
    )
    await expect(missing).rejects.toEqual(await foreign.catch((error: unknown) => error))
  })

  it('and two of them over the same cases decide each case once', async () => {
    const { input } = await batch()
    const [a, b] = await Promise.all([
      transact((tx) => decideMany(tx, world.lead, input), world.db),
      transact(
        (tx) => decideMany(tx, world.lead, { ...input, caseIds: input.caseIds.toReversed() }),
        world.db,
      ),
    ])
    expect([a.decided, b.decided].sort()).toEqual([0, 2])
  })

  it('never touches a restricted case, not even one whose id somebody knows', async () => {
    const { digest } = await flaggedItem(world, `restricted ${++made}`, [
      {},
      { category: 'ncii', type: 'report', severity: 4 },
    ])
    const { input } = await batch()
    const caseIds = (await casesOf(world, digest)).map((found) => found.id)
    const view = await transact((tx) => decideMany(tx, world.lead, { ...input, caseIds }), world.db)
    expect(view.items.map((item) => item.skipped)).toEqual([
      'This case was not found.',
      'This case was not found.',
    ])
  })
})
