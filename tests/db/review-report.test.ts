import { beforeEach, describe, expect, it } from 'vitest'
import { transact } from '@/db/client'
import { item } from '@/db/schema'
import type { Member } from '@/lib/auth/actor'
import { itemDigest } from '@/lib/datasets/digest'
import { withinLimit } from '@/lib/http/rate-limit'
import { caseNotes } from '@/lib/notes/queries'
import { appeal } from '@/lib/review/appeal'
import { caseView } from '@/lib/review/case-view'
import { claimNext, renewClaim } from '@/lib/review/claim'
import { castVote } from '@/lib/review/decide'
import { locateReported } from '@/lib/review/locate-reported'
import { override } from '@/lib/review/override'
import { attend } from '@/lib/review/presence'
import { triageRows } from '@/lib/review/queries'
import { reportItem, REPORTS_PER_DAY } from '@/lib/review/report'
import { escalate } from '@/lib/review/skip'
import { weighDetectors } from '@/lib/review/weigh-detectors'
import { testDatabase } from '../support/database'
import { importFiles, writeFiles } from '../support/datasets'
import {
  casesOf,
  type Claim,
  claim,
  flaggedItem,
  newMember,
  reviewWorld,
  voteOn,
  type World,
} from './review-world'

const database = testDatabase()
let world: World
beforeEach(async () => {
  world = await reviewWorld(database.db)
})

let made = 0
async function newCase(claims: readonly Claim[] = [{}]) {
  const { digest, cases } = await flaggedItem(world, `a text of somebody, number ${++made}`, claims)
  const [first] = cases
  if (!first) throw new Error('no case')
  return { digest, ...first }
}
type Case = Awaited<ReturnType<typeof newCase>>

const report = (who: Member, { id }: Pick<Case, 'id'>, category: string, note?: string) => {
  const input = { datasetId: world.datasetId, caseId: id, digest: undefined, category, note }
  return transact((tx) => reportItem(tx, who, input), world.db)
}
const reportRow = (who: Member, digest: Buffer, category = 'hate') => {
  const input = { datasetId: world.datasetId, digest: digest.toString('hex'), caseId: undefined, category }
  return transact((tx) => reportItem(tx, who, { ...input, note: undefined }), world.db)
}
async function raisedOf({ digest }: Pick<Case, 'digest'>, category = 'hate'): Promise<Case> {
  const raised = (await casesOf(world, digest)).find((one) => one.category === category)
  if (!raised) throw new Error('no case was opened')
  return { digest, ...raised }
}
const vote = async (who: Member, found: Case, reasonCode = 'hate.context') => {
  const input = { ...(await voteOn(world, found.digest, found)), reasonCode }
  return transact((tx) => castVote(tx, who, input), world.db)
}
const decide = async (who: Member, found: Case, change: object = {}) => {
  const input = { ...(await voteOn(world, found.digest, found)), reasonCode: 'hate.context', ...change }
  return transact((tx) => override(tx, who, { ...input, supersedes: found.decisionId }), world.db)
}
const next = async (who: Member) => {
  const asked = { datasetId: world.datasetId, held: [], queueId: undefined }
  return (await transact((tx) => claimNext(tx, who, asked), world.db)).caseId
}
const newLead = () =>
  newMember(world.db, [
    ['reviewer', world.datasetId],
    ['lead', world.datasetId],
  ])
const facts = async () => {
  const [row] = await database.sql`
    select (select count(*)::int from flag) as flags, (select count(*)::int from review_case) as cases,
      (select count(*)::int from case_seat) as seats, (select count(*)::int from case_note) as notes`
  return row
}

describe('an item that is reported', () => {
  it('becomes a case of that category for others: the claim passes its reporter by, the vote is refused', async () => {
    const found = await newCase()
    expect(await report(world.reviewer, found, 'hate')).toEqual({
      ...{ dataset: world.slug, caseId: found.id, category: 'hate', restricted: false, inSight: false },
    })
    const raised = await raisedOf(found)
    expect(raised).toMatchObject({ status: 'open', types: ['reported'], severity: 3, flagCount: 1 })
    const seats = await database.sql`select person_id, kind from case_seat where case_id = ${raised.id}`
    expect(seats).toEqual([{ person_id: world.reviewer.id, kind: 'flagged' }])
    const refusal = { code: 'forbidden', message: expect.stringMatching(/You flagged this item yourself/) }
    await expect(vote(world.reviewer, raised)).rejects.toMatchObject(refusal)
    expect((await caseView(world.reviewer, world.slug, raised.id)).cannotDecide).toMatch(/flagged/)
    // More urgent than the other, and still not theirs.
    expect(await next(world.second)).toBe(raised.id)
    expect(await next(world.reviewer)).toBe(found.id)
    expect((await vote(world.second, raised)).found.id).toBe(raised.id)
    const { flags } = await caseView(world.second, world.slug, raised.id)
    expect(flags.find(({ category }) => category === 'hate')).toMatchObject({ source: 'report', weight: 1 })
  })

  it('leaves its reporter the place they have in the case they report it from', async () => {
    const found = await newCase()
    expect(await next(world.reviewer)).toBe(found.id)
    await report(world.reviewer, found, 'hate')
    expect((await caseView(world.reviewer, world.slug, found.id)).claimed).toBe(true)
    expect(await vote(world.reviewer, found, 'pii.not')).toMatchObject({ state: 'decided' })
  })

  it('is not decided directly by the lead who reported it, while another lead is left', async () => {
    const other = await newLead()
    const found = await newCase()
    await report(world.lead, found, 'hate')
    const raised = await raisedOf(found)
    await expect(decide(world.lead, raised)).rejects.toMatchObject({ code: 'forbidden' })
    expect(await decide(other, raised)).toMatchObject({ state: 'decided' })
  })

  it('is for others in every later round, too, where its reporter decided it because nobody else was left', async () => {
    const found = await newCase()
    await report(world.lead, found, 'hate')
    expect(await decide(world.lead, await raisedOf(found))).toMatchObject({ state: 'decided' })
    await claim(world, found.digest, [{ category: 'hate', type: 'slur' }])
    const again = await raisedOf(found)
    expect(again).toMatchObject({ status: 'open', round: 2 })
    await expect(vote(world.lead, again)).rejects.toMatchObject({ code: 'forbidden' })
    const { decisionId } = await decide(world.lead, again)
    const contested = { datasetId: world.datasetId, caseId: again.id, grounds: 'It was meant as an insult.' }
    await transact(
      (tx) => appeal(tx, world.reviewer, { ...contested, decisionId: decisionId ?? '' }),
      world.db,
    )
    await decide(await newLead(), await raisedOf(found))
    await claim(world, found.digest, [{ category: 'hate', type: 'threat' }])
    // In the round before they were barred, as who had made the decision.
    await expect(vote(world.lead, await raisedOf(found))).rejects.toMatchObject({ code: 'forbidden' })
    expect(await vote(world.second, await raisedOf(found))).toMatchObject({ state: 'waiting' })
  })

  it('takes the claim of the case it joins from its reporter', async () => {
    const found = await newCase([{ category: 'hate', type: 'slur' }])
    expect(await next(world.reviewer)).toBe(found.id)
    await reportRow(world.reviewer, found.digest)
    const [lease] = await database.sql`select outcome from lease where case_id = ${found.id}`
    expect(lease).toEqual({ outcome: 'released' })
    await expect(vote(world.reviewer, found)).rejects.toMatchObject({ code: 'forbidden' })
    expect(await raisedOf(found)).toMatchObject({ types: ['reported', 'slur'], flagCount: 2 })
  })

  it('may be a row of a file that nothing was ever found in: it is a case then, with its text and its place', async () => {
    const text = 'A row about the tide that nobody looked at.'
    const { datasetId } = world
    const rows = [text, 'Another.'].map((one, i) => `${JSON.stringify({ id: i, text: one })}\n`).join('')
    await importFiles(datasetId, writeFiles({ 'rows.jsonl': rows }), { wishes: { text: ['text'], id: 'id' } })
    expect(await database.sql`select from item where dataset_id = ${datasetId}`).toHaveLength(0)
    const digest = itemDigest([text])
    const sent = async (who: Member, category: string) => {
      const input = {
        datasetId,
        digest: digest.toString('hex'),
        caseId: undefined,
        category,
        note: 'see there',
      }
      const located = await locateReported(who, input)
      return transact((tx) => reportItem(tx, who, located), world.db)
    }
    await expect(sent(world.stranger, 'illegal')).rejects.toMatchObject({ code: 'not_found' })
    expect(await sent(world.reviewer, 'illegal')).toMatchObject({ caseId: null, restricted: false })
    const raised = await raisedOf({ digest }, 'illegal')
    expect(raised).toMatchObject({ status: 'open', severity: 3 })
    const page = await caseView(world.lead, world.slug, raised.id)
    expect(page.occurrences).toMatchObject([{ row: 0, file: 'rows.jsonl', sourceId: '0', revision: 1 }])
    expect(page.fields).not.toBeNull()
    // Nobody else's row has become one, and what is reported of it again is of the same item.
    expect(await sent(world.second, 'hate')).toMatchObject({ caseId: null })
    const items = await database.sql`select digest from item where dataset_id = ${datasetId}`
    expect(items).toEqual([{ digest }])
    const hidden = itemDigest(['Another.']).toString('hex')
    const found = await locateReported(world.reviewer, {
      ...{ datasetId, digest: hidden, caseId: undefined, category: 'ncii', note: undefined },
    })
    expect(await transact((tx) => reportItem(tx, world.reviewer, found), world.db)).toMatchObject({
      restricted: true,
    })
    const refused = { ...found, fresh: null, category: 'hate' }
    await expect(transact((tx) => reportItem(tx, world.second, refused), world.db)).rejects.toMatchObject({
      code: 'not_found',
    })
  })

  it('carries what its reporter wrote to the case that it opens, under the key of the item', async () => {
    const found = await newCase()
    await report(world.reviewer, found, 'hate', 'the last line is about a neighbour')
    const raised = await raisedOf(found)
    const [row] = await database.sql`select person_id, kind, note from case_note where case_id = ${raised.id}`
    expect(row).toMatchObject({ person_id: world.reviewer.id, kind: 'note' })
    expect(row?.['note'].toString('latin1')).not.toContain('neighbour')
  })

  it('leaves every surface of the community at once when only safety officers may see it, and the claim with it', async () => {
    const found = await newCase()
    await next(world.reviewer)
    const said = await report(world.reviewer, found, 'child_safety', 'the second picture')
    expect(said).toMatchObject({ restricted: true })
    await expect(caseView(world.lead, world.slug, found.id)).rejects.toMatchObject({ code: 'not_found' })
    const raised = await raisedOf(found, 'child_safety')
    const [row] = await database.sql`
      select (select outcome from lease where case_id = ${found.id}) as lease,
        (select kind from case_seat where case_id = ${raised.id}) as seat,
        (select count(*)::int from case_note where case_id = ${raised.id}) as notes`
    expect(row).toEqual({ lease: 'escalated', seat: 'flagged', notes: 1 })
    expect(await caseView(world.officer, world.slug, raised.id)).toMatchObject({ restricted: true })
  })
})

describe('a screen that shows an item, or has it ready,', () => {
  it('hears that it is out of sight, and its claim lasts no longer; a stranger and a case that is not there hear nothing', async () => {
    const found = await newCase()
    await next(world.second)
    const at = { datasetId: world.datasetId, caseId: found.id }
    const attends = (who: Member, caseId = found.id) =>
      transact((tx) => attend(tx, who, { ...at, caseId }), world.db)
    const renews = () => transact((tx) => renewClaim(tx, world.second, at), world.db)
    expect(await attends(world.second)).toMatchObject({ gone: false })
    expect(await renews()).toEqual({ held: true })
    await report(world.reviewer, found, 'child_safety')
    for (const who of [world.second, world.lead])
      expect(await attends(who)).toEqual({ others: 0, names: null, gone: true })
    expect(await attends(world.officer)).toMatchObject({ gone: false })
    expect(await attends(world.stranger)).toEqual({ others: 0, names: null, gone: false })
    expect(await attends(world.second, world.datasetId)).toEqual({ others: 0, names: null, gone: false })
    expect(await renews()).toEqual({ held: false })
  })
})

describe('an item that is escalated as what nobody should see', () => {
  it('takes what its reviewer wrote to the officers, and leaves no word of it with its case, kept or not', async () => {
    const found = await newCase()
    await next(world.reviewer)
    const sent = { datasetId: world.datasetId, caseId: found.id, note: 'the third line' }
    await transact((tx) => escalate(tx, world.reviewer, { ...sent, reason: 'ncii' }), world.db)
    const raised = await raisedOf(found, 'ncii')
    const view = await caseView(world.officer, world.slug, raised.id)
    expect(await caseNotes(world.officer, view)).toMatchObject([
      { kind: 'escalated', reason: 'ncii', text: 'the third line', by: world.reviewer.pseudonym },
    ])
    await decide(world.officer, raised, { action: 'keep', reasonCode: 'ncii.cleared' })
    expect(await caseNotes(world.lead, await caseView(world.lead, world.slug, found.id))).toEqual([])
    const asked = { ...sent, note: 'who decides this?', reason: 'policy' as const }
    await transact((tx) => escalate(tx, world.second, asked), world.db)
    expect(await caseNotes(world.lead, await caseView(world.lead, world.slug, found.id))).toMatchObject([
      { kind: 'escalated', reason: 'policy', text: 'who decides this?' },
    ])
  })
})

describe('an item that officers kept', () => {
  const kept = async (claims?: readonly Claim[]) => {
    const found = await newCase(claims)
    await report(world.second, found, 'child_safety')
    const raised = await raisedOf(found, 'child_safety')
    const keep = { action: 'keep', reasonCode: 'safety.cleared' }
    expect(await decide(world.officer, raised, keep)).toMatchObject({ state: 'decided' })
    expect((await caseView(world.reviewer, world.slug, found.id)).restricted).toBe(false)
    return { found, raised }
  }

  it('is shown in a list as on its page, as if nobody had suspected anything, and to officers too', async () => {
    const claims = [{ category: 'licence', type: 'notice' }]
    const plain = await newCase(claims)
    const { found, raised } = await kept(claims)
    const both = await newMember(world.db, [['reviewer', world.datasetId]], ['safety_officer'])
    const row = async (who: Member, { id }: Pick<Case, 'id'>) => {
      const [only] = await triageRows([{ id, dataset_id: world.datasetId }], who)
      return only?.snippet
    }
    for (const who of [world.reviewer, world.lead, both]) {
      expect(await row(who, found)).toMatchObject({ kind: 'text', text: expect.stringMatching(/somebody/) })
      expect((await caseView(who, world.slug, found.id)).protection).toBe('open')
    }
    // A queue or a wish that covers such texts is asked about what is left.
    await database.sql`
      update reviewer_preference set viewing = ${JSON.stringify({ child_safety: ['cover'] })}::text::jsonb
      where person_id = ${world.reviewer.id}`
    expect(await row(world.reviewer, found)).toMatchObject({ kind: 'text' })
    expect(await row(world.reviewer, plain)).toMatchObject({ kind: 'text' })
    // What the officers kept is still what their own case is about.
    expect(await row(world.officer, raised)).toEqual({ kind: 'covered' })
    expect((await caseView(world.officer, world.slug, raised.id)).protection).toBe('covered')
    await report(world.second, found, 'ncii')
    expect(await row(world.officer, found)).toEqual({ kind: 'covered' })
  })

  it('leaves every surface again when somebody else reports it, and is before the officers anew', async () => {
    const { found, raised } = await kept()
    expect(await report(world.reviewer, found, 'child_safety')).toMatchObject({ restricted: true })
    await expect(caseView(world.lead, world.slug, found.id)).rejects.toMatchObject({ code: 'not_found' })
    expect(await raisedOf(found, 'child_safety')).toMatchObject({ id: raised.id, status: 'open', round: 2 })
    const seats = await database.sql`
      select person_id from case_seat where case_id = ${raised.id} and round = 2 and kind = 'flagged'`
    expect(seats.map(({ person_id }) => person_id).sort()).toEqual(
      [world.reviewer.id, world.second.id].sort(),
    )
  })

  it('leaves every surface again when a reviewer escalates it as that', async () => {
    const { found } = await kept()
    const at = { datasetId: world.datasetId, caseId: found.id, note: undefined }
    await transact((tx) => escalate(tx, world.reviewer, { ...at, reason: 'child_safety' }), world.db)
    await expect(caseView(world.lead, world.slug, found.id)).rejects.toMatchObject({ code: 'not_found' })
    expect(await raisedOf(found, 'child_safety')).toMatchObject({ status: 'open', round: 2 })
  })

  it('is reported by its digest like every other, with or without a case that others see', async () => {
    const { found } = await kept()
    expect(await reportRow(world.reviewer, found.digest)).toMatchObject({ restricted: false })
    const digest = itemDigest(['a row that only officers ever saw'])
    await world.db.insert(item).values({ datasetId: world.datasetId, digest })
    await reportRow(world.second, digest, 'child_safety')
    await expect(reportRow(world.reviewer, digest)).rejects.toMatchObject({ code: 'not_found' })
    const raised = await raisedOf({ digest }, 'child_safety')
    await decide(world.officer, raised, { action: 'keep', reasonCode: 'safety.cleared' })
    expect(await reportRow(world.reviewer, digest)).toMatchObject({ caseId: null, restricted: false })
    expect(await raisedOf({ digest })).toMatchObject({ status: 'open', restricted: false })
  })
})

describe('a report is refused, and nothing is raised,', () => {
  const refused = async (wish: () => Promise<unknown>, code: string, message: RegExp) => {
    const before = await facts()
    await expect(wish()).rejects.toMatchObject({ code, message: expect.stringMatching(message) })
    expect(await facts()).toEqual(before)
  }

  it('of what its case is about, of nothing known, and for whoever may not know the item', async () => {
    const found = await newCase()
    await refused(() => report(world.reviewer, found, 'pii'), 'conflict', /by your vote/)
    await refused(() => report(world.reviewer, found, 'unkindness'), 'invalid', /what it is/)
    await refused(() => report(world.stranger, found, 'hate'), 'not_found', /./)
    await refused(() => reportRow(world.stranger, found.digest), 'not_found', /./)
    await refused(() => reportRow(world.reviewer, itemDigest(['no such row'])), 'not_found', /./)
  })

  it('of a row that only officers see, as of one that is not there', async () => {
    const found = await newCase()
    await report(world.second, found, 'ncii')
    const [hidden, missing] = await Promise.all(
      [found.digest, itemDigest(['no such row'])].map((digest) =>
        reportRow(world.reviewer, digest).catch((error: unknown) => error),
      ),
    )
    expect(hidden).toEqual(missing)
  })

  it('twice, by who voted on it, and by who is barred from it: each said it before', async () => {
    const found = await newCase()
    await report(world.reviewer, found, 'hate')
    await refused(() => report(world.reviewer, found, 'hate'), 'conflict', /flagged this item yourself/)
    const raised = await raisedOf(found)
    await vote(world.second, raised)
    await refused(() => report(world.second, found, 'hate'), 'conflict', /already reviewed/)
    const { decisionId } = await decide(world.lead, raised)
    await refused(async () => report(await newLead(), found, 'hate'), 'conflict', /was decided before/)
    const contested = { decisionId: decisionId ?? '', grounds: 'It was meant as an insult.' }
    const at = { datasetId: world.datasetId, caseId: raised.id }
    await transact((tx) => appeal(tx, world.reviewer, { ...at, ...contested }), world.db)
    await refused(() => report(world.lead, found, 'hate'), 'forbidden', /an appeal/)
  })

  it('beyond a hundred a day, but never of what must not be seen', async () => {
    const found = await newCase()
    const limit = { name: 'report', max: REPORTS_PER_DAY, windowSeconds: 86_400 }
    for (let i = 0; i < REPORTS_PER_DAY; i++) await withinLimit(world.db, limit, world.reviewer.id)
    await refused(() => report(world.reviewer, found, 'hate'), 'rate_limited', /100 items today/)
    expect(await report(world.second, found, 'hate')).toMatchObject({ category: 'hate' })
    expect(await report(world.reviewer, found, 'child_safety')).toMatchObject({ restricted: true })
  })
})

describe('what a member reports', () => {
  it('weighs less after others kept it, and more again after they removed it', async () => {
    const other = await newLead()
    const reportAndDecide = async (times: number, verdict: object) => {
      for (let i = 0; i < times; i++) {
        const found = await newCase()
        await report(world.reviewer, found, 'hate')
        await decide(other, await raisedOf(found), verdict)
      }
      await transact((tx) => weighDetectors(tx, world.datasetId), world.db)
      const found = await newCase()
      await report(world.reviewer, found, 'hate')
      const [row] = await database.sql`
        select weight from detector_weight where dataset_id = ${world.datasetId} and detector = ${`member:${world.reviewer.id}`}`
      return { weight: Number(row?.['weight']), points: (await raisedOf(found)).points }
    }
    const wrong = await reportAndDecide(6, { action: 'keep' })
    expect(wrong.weight).toBe(0.5)
    const right = await reportAndDecide(14, { action: 'remove', reasonCode: 'hate.attack' })
    expect(right.weight).toBeCloseTo(19 / 25)
    expect(right.points).toBeGreaterThan(wrong.points)
    const own = await newCase()
    await report(world.second, own, 'hate')
    expect((await raisedOf(own)).points, 'of somebody not yet judged').toBeGreaterThan(right.points)
  })
})
