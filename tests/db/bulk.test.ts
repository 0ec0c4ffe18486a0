import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { beforeAll, describe, expect, it } from 'vitest'
import { transact } from '@/db/client'
import type { Member } from '@/lib/auth/actor'
import { prepareBulk } from '@/lib/bulk/prepare'
import { bulkView } from '@/lib/bulk/queries'
import { resultsCsv } from '@/lib/bulk/results'
import { continueBulk } from '@/lib/bulk/run'
import { cancelBulk, discardBulk, goOnWithBulk, startBulk } from '@/lib/bulk/start'
import { prepareUndo } from '@/lib/bulk/undo'
import { retold } from '@/lib/i18n/kept'
import { reader } from '@/lib/i18n/reader.mjs'
import { appeal } from '@/lib/review/appeal'
import { claimNext } from '@/lib/review/claim'
import { decide } from '@/lib/review/decide'
import { override } from '@/lib/review/override'
import { lockCase } from '@/lib/review/case-row'
import { seatFlagger } from '@/lib/review/seats'
import { escalate } from '@/lib/review/skip'
import { root } from '@/lib/runtime/root'
import { testDatabase } from '../support/database'
import { program } from '../support/program'
import { another, bulkVerbs } from './bulk-world'
import {
  agreeTo,
  claim,
  flaggedItem,
  newMember,
  oneCase,
  reviewWorld,
  voteOn,
  type World,
} from './review-world'

const database = testDatabase()
let world: World
const { asked, carriedOut, cases, prepared, results, standing, started, stateOf, undone } = bulkVerbs(
  database,
  () => world,
)
beforeAll(async () => {
  world = await reviewWorld(database.db)
  await agreeTo(world.db, world.second.id, ['pii'])
})

describe('a bulk decision', () => {
  it('decides the cases that were chosen, each with its log entry and its result', async () => {
    const list = await cases(30)
    const at = await carriedOut({ caseIds: list.map(({ id }) => id) })
    expect(await stateOf(at)).toEqual({ state: 'done', total: 30, decided: 30, skipped: 0, stopped: null })
    const rows = await database.sql`
      select d.kind, d.action, d.actor, i.case_id = d.case_id as own, p.entry_id is not null as logged
      from bulk_item i join decision d on d.id = i.decision_id left join log_pending p on p.entry_id = d.entry_id
      where i.bulk_id = ${at.bulkId} and d.batch_id = ${at.bulkId}`
    expect(rows).toHaveLength(30)
    for (const row of rows)
      expect(row).toEqual({
        kind: 'batch',
        action: 'redact',
        actor: `member:${world.lead.id}`,
        own: true,
        logged: true,
      })
    await continueBulk(at)
    expect((await stateOf(at))?.decided).toBe(30)
  })

  it('is looked at before as its lead wants to see such texts in lists', async () => {
    const list = await cases(3)
    const { bulkId } = await prepared({ caseIds: list.map(({ id }) => id) })
    const look = async () =>
      (await bulkView(world.lead, world.slug, bulkId)).look.map(({ snippet }) => snippet.kind)
    expect(await look()).toEqual(['text', 'text', 'text'])
    await database.sql`
      insert into reviewer_preference (person_id, categories, viewing) values (${world.lead.id}, '{}', '{"pii": ["blur"]}')
      on conflict (person_id) do update set categories = excluded.categories, viewing = excluded.viewing`
    expect(await look()).toEqual(['covered', 'covered', 'covered'])
    await database.admin.sql`delete from reviewer_preference where person_id = ${world.lead.id}`
  })

  it('leaves out what its lead has a part in, as the preview says, and so does taking it back', async () => {
    const [own, contested, ...rest] = await cases(5)
    if (!own || !contested) throw new Error('no cases')
    const report = (who: Member, { id }: { id: string }) =>
      transact(async (tx) => {
        await lockCase(tx, world.datasetId, id)
        await seatFlagger(tx, world.datasetId, [id], who.id)
      }, world.db)
    await report(world.lead, own)
    const of = await prepared({ caseIds: [own, contested, ...rest].map(({ id }) => id) })
    const preview = (await bulkView(world.lead, world.slug, of.bulkId)).counts
    expect(preview).toMatchObject({ willDecide: 4, skipped: [{ value: 'flagged', cases: 1 }] })
    await transact((tx) => startBulk(tx, world.lead, of), world.db)
    await continueBulk(of)
    expect(await stateOf(of)).toMatchObject({ decided: preview.willDecide, skipped: 1 })
    expect((await results(of)).filter(({ why }) => why !== null)).toEqual([
      { id: own.id, state: 'skipped', why: 'flagged' },
    ])

    const other = await newMember(world.db, [['lead', world.datasetId]])
    await report(other, contested)
    const undo = await transact((tx) => prepareUndo(tx, other, of), world.db)
    const undone = (await bulkView(other, world.slug, undo.bulkId)).counts
    expect(undone).toMatchObject({ willDecide: 3, skipped: [{ value: 'flagged', cases: 1 }] })
    await transact((tx) => startBulk(tx, other, undo), world.db)
    await continueBulk(undo)
    expect(await stateOf(undo)).toMatchObject({ decided: 3, skipped: 1 })
    expect(await standing(contested.id)).toMatchObject({ status: 'decided', kind: 'batch' })
  })

  it('holds where it was said to hold, and gives its own label', async () => {
    await database.admin.sql`update dataset set territories = '{de,fr}' where id = ${world.datasetId}`
    const place = await cases(2)
    const coarse = await flaggedItem(world, `coarse ${another()}`, [{ category: 'hate', type: 'slur' }])
    const only = await carriedOut({ caseIds: place.map(({ id }) => id), territories: ['fr', 'de'] })
    const labelled = await carriedOut({
      ...{
        caseIds: coarse.cases.map(({ id }) => id),
        action: 'label',
        reasonCode: 'hate.coarse',
        label: 'rude',
      },
    })
    const made = await database.sql`
      select action, territories, label from decision where batch_id in (${only.bulkId}, ${labelled.bulkId}) order by action, id`
    expect(made).toEqual([
      { action: 'redact', territories: ['de', 'fr'], label: null },
      { action: 'redact', territories: ['de', 'fr'], label: null },
      { action: 'label', territories: null, label: 'rude' },
    ])
    await expect(prepared({ caseIds: place.map(({ id }) => id), territories: ['at'] })).rejects.toMatchObject(
      {
        code: 'invalid',
      },
    )
    const draft = await prepared({ caseIds: (await cases(1)).map(({ id }) => id), territories: ['de'] })
    await database.admin.sql`update dataset set territories = '{fr}' where id = ${world.datasetId}`
    await expect(transact((tx) => startBulk(tx, world.lead, draft), world.db)).rejects.toMatchObject({
      code: 'invalid',
    })
  })

  it('leaves out what became another matter since it was prepared, and says why', async () => {
    const [voted, flagged, claimed, asking, appealed, asked_, hate, plain] = await cases(8)
    const all = [voted, flagged, claimed, asking, appealed, asked_, hate, plain].flatMap((one) => one ?? [])
    if (!voted || !flagged || !claimed || !asking || !appealed || !asked_ || !hate || !plain)
      throw new Error()
    const other = await flaggedItem(world, `a slur ${another()}`, [{ category: 'hate', type: 'slur' }])
    const found = await voteOn(world, appealed.digest, await oneCase(world, appealed.digest))
    await transact((tx) => override(tx, world.lead, { ...found, supersedes: null }), world.db)
    const { decisionId } = await oneCase(world, appealed.digest)
    await transact(
      (tx) =>
        appeal(tx, world.reviewer, {
          datasetId: world.datasetId,
          caseId: appealed.id,
          decisionId: decisionId ?? '',
          grounds: 'It was a quotation.',
        }),
      world.db,
    )
    await database.admin.sql`update review_case set takedowns = 1 where id = ${asked_.id}`
    const at = await prepared({ caseIds: [...all.map(({ id }) => id), ...other.cases.map(({ id }) => id)] })

    const vote = await voteOn(world, voted.digest, await oneCase(world, voted.digest))
    await transact((tx) => decide(tx, world.reviewer, vote), world.db)
    await claim(world, flagged.digest, [{ detector: 'phone', type: 'phone' }])
    await database.admin.sql`update review_case set points = 1000000 where id = ${claimed.id}`
    const got = await transact(
      (tx) => claimNext(tx, world.second, { datasetId: world.datasetId, held: [], queueId: undefined }),
      world.db,
    )
    expect(got.caseId).toBe(claimed.id)
    await transact(
      (tx) =>
        escalate(tx, world.reviewer, {
          datasetId: world.datasetId,
          caseId: asking.id,
          reason: 'policy',
          note: undefined,
        }),
      world.db,
    )
    await claim(world, hate.digest, [{ category: 'ncii', type: 'report', severity: 4 }])
    const foreseen = await bulkView(world.lead, world.slug, at.bulkId)
    await transact((tx) => startBulk(tx, world.lead, at), world.db)
    await continueBulk(at)
    const why = Object.fromEntries((await results(at)).map((row) => [row['id'], row['why']]))
    expect(why).toEqual({
      [voted.id]: 'decided',
      [flagged.id]: 'changed',
      [claimed.id]: 'claimed',
      [asking.id]: 'asked',
      [appealed.id]: 'appealed',
      [asked_.id]: 'requested',
      [hate.id]: 'hidden',
      [other.cases[0]?.id ?? '']: 'category',
      [plain.id]: null,
    })
    expect(await stateOf(at)).toMatchObject({ state: 'done', decided: 1, skipped: 8 })
    expect(foreseen.counts.willDecide).toBe(1)
    expect(Object.fromEntries(foreseen.counts.skipped.map(({ value, cases }) => [value, cases]))).toEqual(
      Object.fromEntries(Object.values(why).flatMap((one) => (one === null ? [] : [[one, 1]]))),
    )
    const view = await bulkView(world.lead, world.slug, at.bulkId)
    expect(view.counts).toMatchObject({ willDecide: 1, skipped: foreseen.counts.skipped })
    // A file is in English, whoever asks for it.
    const csv = await reader.run({ cookie: 'winnow-locale=de' }, () => text(resultsCsv(view)))
    // The header, and all but the case that nobody may know of.
    expect(csv.trimEnd().split('\r\n')).toHaveLength(1 + 8)
    expect(csv).not.toContain(hate.id)
    expect(csv).toMatch(new RegExp(`${claimed.id},.*,skipped,Another reviewer has it before them.,,`))
  })

  it('of a filter takes the cases of one moment: what comes later is not in it', async () => {
    const list = await cases(3)
    const at = await prepared({ queue: 'category=pii&type=email' })
    const [late] = await cases(1)
    await transact((tx) => startBulk(tx, world.lead, at), world.db)
    await continueBulk(at)
    const ids = (await results(at)).map((row) => row['id'])
    for (const { id } of list) expect(ids).toContain(id)
    expect(ids).not.toContain(late?.id)
    expect(await standing(late?.id ?? '')).toMatchObject({ status: 'open' })
  })

  it('holds up nobody while it is prepared', async () => {
    const [one] = await cases(1)
    if (!one) throw new Error()
    const vote = await voteOn(world, one.digest, await oneCase(world, one.digest))
    await transact(async (tx) => {
      await prepareBulk(tx, world.lead, asked({ caseIds: [one.id] }))
      await transact((other) => decide(other, world.reviewer, vote), world.db)
    }, world.db)
    expect(await standing(one.id)).toMatchObject({ status: 'decided', kind: 'quorum' })
  })

  it('is for leads, who need not be the same to start it; and nothing tells a stranger that it is there', async () => {
    const list = await cases(1)
    const at = await prepared({ caseIds: list.map(({ id }) => id) })
    await expect(transact((tx) => startBulk(tx, world.reviewer, at), world.db)).rejects.toMatchObject({
      code: 'forbidden',
    })
    await expect(transact((tx) => startBulk(tx, world.stranger, at), world.db)).rejects.toMatchObject({
      code: 'not_found',
    })
    const second = await newMember(world.db, [['lead', world.datasetId]])
    await transact((tx) => startBulk(tx, second, at), world.db)
    await expect(transact((tx) => startBulk(tx, second, at), world.db)).rejects.toMatchObject({
      code: 'conflict',
    })
    await expect(transact((tx) => discardBulk(tx, second, at), world.db)).rejects.toMatchObject({
      code: 'conflict',
    })
    await database.admin.sql`delete from membership where person_id = ${second.id}`
    await continueBulk(at)
    const { stopped } = (await stateOf(at)) ?? {}
    expect(await stateOf(at)).toMatchObject({
      state: 'stopped',
      decided: 0,
      stopped: expect.stringContaining('Only a lead of this dataset can decide many cases at once.'),
    })
    const german = reader.run({ 'accept-language': 'de' }, () => retold(stopped))
    expect(german).toBe('Viele Fälle auf einmal kann nur eine Leitung dieses Datensatzes entscheiden.')
    const unused = await prepared({ caseIds: list.map(({ id }) => id) })
    await transact((tx) => discardBulk(tx, world.lead, unused), world.db)
    await continueBulk(unused)
    expect(await stateOf(unused)).toMatchObject({ state: 'discarded', decided: 0 })
  })

  it('that is cancelled ends behind the cases it has decided', async () => {
    const list = await cases(30)
    const at = await started({ caseIds: list.map(({ id }) => id) })
    // A worker that is asked to stop ends behind the chunk it has begun.
    await continueBulk(at, AbortSignal.abort())
    await transact((tx) => cancelBulk(tx, world.lead, at), world.db)
    await continueBulk(at)
    const after = await stateOf(at)
    expect(after).toMatchObject({ state: 'cancelled', decided: 25 })
    const rows = await results(at)
    expect(rows.filter((row) => row['state'] === 'decided')).toHaveLength(Number(after?.decided))
    const [decisions] =
      await database.sql`select count(*)::int as n from decision where batch_id = ${at.bulkId}`
    expect(decisions?.n).toBe(after?.decided)
    expect(rows.length).toBe(30)
  })

  it('whose job failed for good says so, and goes on behind its last case when a lead lets it', async () => {
    const list = await cases(30)
    const at = await started({ caseIds: list.map(({ id }) => id) })
    await continueBulk(at, AbortSignal.abort())
    const isStuck = async () => (await bulkView(world.lead, world.slug, at.bulkId)).stuck
    const goOn = (who: Member) => transact((tx) => goOnWithBulk(tx, who, at), world.db)
    expect(await isStuck(), 'its job waits').toBe(false)
    await expect(goOn(world.lead)).rejects.toMatchObject({ code: 'conflict' })
    await database.admin.sql`
      update graphile_worker._private_jobs set attempts = max_attempts where key = ${`bulk.run/${at.bulkId}`}`
    expect(await isStuck()).toBe(true)
    await expect(goOn(world.reviewer)).rejects.toMatchObject({ code: 'forbidden' })
    await goOn(world.lead)
    expect(await isStuck()).toBe(false)
    await continueBulk(at)
    expect(await stateOf(at)).toMatchObject({ state: 'done', decided: 30 })
    expect(await isStuck(), 'it has ended').toBe(false)
  })
})

describe('taking a bulk decision back', () => {
  it('gives each case the outcome it had before and opens it again, and leaves what others decided since', async () => {
    const [fresh, earlier, overruled, reopened] = await cases(4)
    if (!fresh || !earlier || !overruled || !reopened) throw new Error()
    const first = await voteOn(world, earlier.digest, await oneCase(world, earlier.digest))
    await transact(
      (tx) =>
        override(tx, world.lead, { ...first, action: 'remove', reasonCode: 'pii.contact', supersedes: null }),
      world.db,
    )
    await database.admin
      .sql`update review_case set status = 'open', decided_at = null, round = round + 1 where id = ${earlier.id}`
    const { bulkId } = await carriedOut({
      caseIds: [fresh, earlier, overruled, reopened].map(({ id }) => id),
    })
    expect(await standing(earlier.id)).toMatchObject({ status: 'decided', action: 'redact', kind: 'batch' })
    const again = await voteOn(world, overruled.digest, await oneCase(world, overruled.digest))
    const inForce = await oneCase(world, overruled.digest)
    await transact((tx) => override(tx, world.lead, { ...again, supersedes: inForce.decisionId }), world.db)
    await claim(world, reopened.digest, [
      { detector: 'phone', type: 'phone', spans: [{ field: 'text', start: 17, end: 18 }] },
    ])

    const undo = await undone(bulkId)
    const why = Object.fromEntries((await results(undo)).map((row) => [row['id'], row['why']]))
    expect(why).toEqual({
      [fresh.id]: null,
      [earlier.id]: null,
      [overruled.id]: 'superseded',
      [reopened.id]: 'reopened',
    })
    expect(await standing(fresh.id)).toMatchObject({
      status: 'open',
      action: 'keep',
      kind: 'reversal',
      reason: 'taken-back',
    })
    expect(await standing(earlier.id)).toMatchObject({
      status: 'open',
      action: 'remove',
      kind: 'reversal',
      spans: 0,
    })
    expect(await standing(overruled.id)).toMatchObject({
      status: 'decided',
      action: 'keep',
      kind: 'override',
    })
    const [logged] = await database.sql`
      select count(*)::int as n from decision d join log_pending p using (entry_id) where d.batch_id = ${undo.bulkId} and d.supersedes is not null`
    expect(logged?.n).toBe(2)
    const twice = await undone(bulkId)
    expect((await results(twice)).map((row) => row['state'])).toEqual(Array(4).fill('skipped'))
  })

  it('is refused once a release was made with it, and when its time is over', async () => {
    const [only] = await cases(1)
    if (!only) throw new Error()
    const { bulkId } = await carriedOut({ caseIds: [only.id] })
    const [revision] = await database.admin.sql`
      insert into revision (dataset_id, number, files_digest) values (${world.datasetId}, 1, sha256('1')) returning id`
    await database.admin.sql`
      insert into release (dataset_id, version, disclosure, revision_id, created_by) values (${world.datasetId}, '1.0.0', 'rows', ${revision?.id}, 'system:test')`
    const undo = await undone(bulkId)
    expect((await results(undo)).map((row) => row['why'])).toEqual(['released'])
    await database.admin.sql`update bulk set ended_at = now() - interval '4 days' where id = ${bulkId}`
    await expect(
      transact((tx) => prepareUndo(tx, world.lead, { datasetId: world.datasetId, bulkId }), world.db),
    ).rejects.toThrow('more than 72 hours ago')
  })
})

describe('when much happens at once', () => {
  it('a killed run goes on where it was, and nothing is decided twice', async () => {
    const list = await cases(28)
    const at = await started({ caseIds: list.map(({ id }) => id) })
    // In the middle of the second chunk, whose decisions are written and not committed.
    expect(await runChild(at, 'bulk.before-commit:2')).toBe('SIGKILL')
    expect(await stateOf(at)).toMatchObject({ state: 'running', decided: 25 })
    await continueBulk(at)
    expect(await stateOf(at)).toMatchObject({ state: 'done', decided: 28, skipped: 0 })
    const [facts] = await database.sql`
      select count(*)::int as decisions, count(distinct case_id)::int as cases, count(p.entry_id)::int as entries
      from decision d left join log_pending p using (entry_id) where d.batch_id = ${at.bulkId}`
    expect(facts).toEqual({ decisions: 28, cases: 28, entries: 28 })
  })

  it('two of them, reviewers who vote and requests that arrive decide each case once', async () => {
    const list = await cases(28)
    const ids = list.map(({ id }) => id)
    const [one, two] = [await started({ caseIds: ids }), await started({ caseIds: ids, action: 'remove' })]
    const votes = list.slice(0, 14).map(async ({ digest }) => {
      const found = await oneCase(world, digest)
      if (found.status !== 'open') return 0
      const vote = await voteOn(world, digest, found)
      return transact((tx) => decide(tx, world.second, vote), world.db).then(
        () => 1,
        () => 0,
      )
    })
    const requests = list.slice(10, 20).map(({ id }) =>
      database.admin.sql.begin(async (tx) => {
        await tx`select id from review_case where id = ${id} for update`
        await tx`update review_case set takedowns = takedowns + 1 where id = ${id} and status = 'open'`
      }),
    )
    await Promise.all([continueBulk(one), continueBulk(one), continueBulk(two), ...votes, ...requests])
    const [facts] = await database.sql`
      select count(*)::int as decisions, count(distinct d.case_id)::int as cases, count(p.entry_id)::int as entries
      from decision d left join log_pending p using (entry_id) where d.case_id = any (${ids})`
    expect(facts?.decisions).toBe(facts?.cases)
    expect(facts?.entries).toBe(facts?.decisions)
    const [a, b] = [await stateOf(one), await stateOf(two)]
    const voted = (await Promise.all(votes)).reduce((sum: number, n) => sum + n, 0)
    expect(Number(a?.decided) + Number(b?.decided) + voted).toBe(facts?.decisions)
    for (const state of [a, b]) expect(Number(state?.decided) + Number(state?.skipped)).toBe(28)
  })
})

async function text(chunks: AsyncIterable<Uint8Array>): Promise<string> {
  const parts = []
  for await (const chunk of chunks) parts.push(chunk)
  return Buffer.concat(parts).toString('utf8')
}

async function runChild(at: { datasetId: string; bulkId: string }, failpoint: string) {
  const child = spawn(
    process.execPath,
    [...program('tests/support/bulk-child.ts'), at.datasetId, at.bulkId],
    {
      cwd: root,
      env: { ...process.env, WINNOW_FAILPOINT: failpoint },
      stdio: ['ignore', 'ignore', 'inherit'],
    },
  )
  const [, signal]: (number | string | null)[] = await once(child, 'exit')
  return signal
}
