import { beforeEach, describe, expect, it } from 'vitest'
import { transact } from '@/db/client'
import { system } from '@/lib/auth/load-actor'
import { announceLift, callOffLift, lift } from '@/lib/other-side/lift'
import { askProof } from '@/lib/takedowns/ask-proof'
import { contactOf } from '@/lib/takedowns/contact'
import { erasePersonalData, eraseRequest } from '@/lib/takedowns/erase'
import { hold, resume } from '@/lib/takedowns/hold'
import type { Lift } from '@/lib/takedowns/lift-reasons'
import { askProofInput, liftInput, rejectInput } from '@/lib/takedowns/process-input'
import { reject } from '@/lib/takedowns/reject'
import { lockRequest } from '@/lib/takedowns/request-row'
import { trackingView } from '@/lib/takedowns/tracking'
import { testDatabase } from '@/tests/support/database'
import { decidedAbout, quotes } from './other-side-world'
import { lastEventOf, statusOf } from './takedown-facts'
import {
  as,
  askFor,
  casesOfRequest,
  decideCase,
  lastLetter,
  lettersOf,
  logged,
  OPT_OUT,
  PRIVACY,
  requestOf,
  runJobs,
  type TakedownWorld,
  takedownWorld,
} from './takedown-world'

const database = testDatabase()
let world: TakedownWorld

const TEXTS = ['Wilma Flint lives at 3 Quarry Lane.', 'Wilma Flint was seen there too.']
beforeEach(async () => {
  world = await takedownWorld(
    database.db,
    TEXTS.map((text, n) => ({ id: `a${n}`, text })),
  )
})

const clocksOf = async (requestId: string) =>
  (
    await database.admin.sql<{ clock: string }[]>`
      select law || ' ' || asked_right as clock from takedown_clock where request_id = ${requestId} and law <> 'complaint_window'
      order by 1`
  ).map(({ clock }) => clock)

/** Asked, confirmed and found; each of its cases decided like this. */
async function decided(fields: Record<string, string>, action: 'remove' | 'restrict' | 'keep') {
  const tracking = await askFor(database, world, { ...PRIVACY, targets: quotes(TEXTS), ...fields })
  const { id } = await requestOf(database, world)
  const reasonCode = action === 'keep' ? 'pii.not' : 'pii.profile'
  for (const { id: caseId } of await casesOfRequest(database, id))
    await decideCase(database, world, { caseId, action, reasonCode })
  return { id, tracking }
}

describe('who asks that something be kept and not used for a time', () => {
  it('has it left out, with the clock of the law, and reads that it stays stored and what happens before it comes back', async () => {
    const { id, tracking } = await decided({ right: 'restriction', regime: 'uk' }, 'remove')
    expect(await clocksOf(id)).toEqual(['uk_gdpr restriction'])
    expect(await requestOf(database, world)).toMatchObject({ status: 'actioned' })
    const text = (await lastLetter(database, 'takedown-outcome')).text.replace(/\s+/g, ' ')
    expect(text).toContain('What is left out stays stored')
    expect(text).toContain('We write to you before it ends (GDPR Art. 18(3))')
    expect(await trackingView(tracking)).toMatchObject({ right: 'restriction', mayContest: false })
  })

  it('is answered in part where registered holders still get it, and can have that decided again', async () => {
    const { tracking } = await decided({ right: 'restriction' }, 'restrict')
    expect(await requestOf(database, world)).toMatchObject({ status: 'partially_actioned' })
    expect(await trackingView(tracking)).toMatchObject({ mayContest: true })
    await decided({ right: 'erasure' }, 'restrict')
    expect(await requestOf(database, world), 'of any other right').toMatchObject({ status: 'actioned' })
  })
})

describe('a restriction that ends', () => {
  const lastLift = async (requestId: string) => {
    const { id, data } = await lastEventOf(database, requestId, 'lift_announced')
    return { id, until: String(data.until) }
  }
  /** The job of that day, as it would run then. */
  const dayCame = async (requestId: string, later = 1_000) => {
    const { id: eventId, until } = await lastLift(requestId)
    await transact(
      (tx) => lift(tx, { requestId, eventId }, new Date(new Date(until).getTime() + later)),
      world.db,
    )
    await runJobs(database)
  }
  const announce = (requestId: string, reason: Lift = 'accuracy', note = '', by = world.lead) =>
    as(world, announceLift, by, liftInput.parse({ requestId, reason, note }))

  it('is told of two weeks before, with its reason, and brings back on that day what was out because of it alone', async () => {
    const { id, tracking } = await decided({ right: 'restriction' }, 'remove')
    const [first] = await casesOfRequest(database, id)
    await askFor(database, world, { ...PRIVACY, targets: quotes(TEXTS.slice(0, 1)) })
    await announce(id, 'other', 'The witness has been heard.')

    const { until } = await lastLift(id)
    const days = (new Date(until).getTime() - Date.now()) / 86_400_000
    expect(days).toBeGreaterThan(13.9)
    const jobs = await database.admin.sql`
      select 1 from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
      where t.identifier = 'takedown.lift' and j.run_at = ${until}::timestamptz`
    expect(jobs, 'by itself').toHaveLength(1)
    const { text } = await lastLetter(database, 'takedown-lift')
    expect(text).toContain('> The witness has been heard.')
    expect(text.replace(/\s+/g, ' ')).toContain('send a new request before that day')
    expect((await trackingView(tracking))?.lift).toMatchObject({ words: 'The witness has been heard.' })

    await dayCame(id, -60_000)
    expect(await decidedAbout(database, id), 'not before that day').toEqual(
      Object.fromEntries(TEXTS.map((text) => [text, 'remove'])),
    )
    await dayCame(id)
    expect(await decidedAbout(database, id), 'an erasure was asked for of the first, too').toEqual({
      [TEXTS[0] ?? '']: 'remove',
      [TEXTS[1] ?? '']: 'keep',
    })
    expect(first?.text).toBe(TEXTS[0])
    expect(await statusOf(database, id)).toBe('restored')
    const letter = (await lastLetter(database, 'takedown-lifted')).text.replace(/\s+/g, ' ')
    expect(letter).toContain('1 item is as it was before the request.')
    expect(letter).toContain('1 item stays as decided: somebody else asks for that too.')
    const view = await trackingView(tracking)
    expect(view).toMatchObject({ lift: null, isOver: true, mayWithdraw: false })
    expect(view?.targets.flatMap(({ results }) => results)).toEqual([])
    expect(await logged(database, world)).toEqual(
      expect.arrayContaining(['takedown:message', 'takedown:reopened']),
    )
    await dayCame(id)
    expect((await lettersOf(database, 'takedown-lifted')).length, 'once').toBe(1)
  })

  it('can be called off, and then nothing ends on that day', async () => {
    const { id, tracking } = await decided({ right: 'restriction' }, 'remove')
    await announce(id)
    await expect(announce(id), 'once').rejects.toMatchObject({ code: 'conflict' })
    await as(world, callOffLift, world.lead, { requestId: id })
    expect((await lastLetter(database, 'takedown-lift-called-off')).text).toContain('It does not')
    await dayCame(id)
    expect(await statusOf(database, id)).toBe('actioned')
    expect((await trackingView(tracking))?.lift).toBeNull()
    await expect(as(world, callOffLift, world.lead, { requestId: id })).rejects.toMatchObject({
      code: 'conflict',
    })
    await announce(id, 'claims')
    await dayCame(id)
    expect(await statusOf(database, id)).toBe('restored')
  })

  it('waits while a court holds it', async () => {
    const { id } = await decided({ right: 'restriction' }, 'remove')
    await announce(id)
    await as(world, hold, world.lead, { requestId: id, reason: 'court_order' as const, note: undefined })
    await dayCame(id)
    expect(await statusOf(database, id)).toBe('on_hold')
    const again = await database.admin.sql`
      select 1 from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
      where t.identifier = 'takedown.lift' and j.run_at > now() + interval '14 days 12 hours'`
    expect(again, 'it is looked at again a day later').toHaveLength(1)
    await as(world, resume, world.lead, { requestId: id })
    await dayCame(id)
    expect(await statusOf(database, id)).toBe('restored')
  })

  it('is nobody’s to end who asked for it, who is no lead, of any other right, or where nobody is left to be told', async () => {
    const { id } = await decided({ right: 'restriction', email: 'lead@people.example' }, 'remove')
    await expect(announce(id, 'accuracy', '', world.stranger)).rejects.toMatchObject({ code: 'forbidden' })
    await expect(announce(id, 'accuracy', '', world.maintainer)).rejects.toMatchObject({ code: 'forbidden' })
    await expect(announce(id, 'other')).rejects.toMatchObject({ code: 'invalid' })
    await database.admin.sql`update person set email = 'lead@people.example' where id = ${world.lead.id}`
    await expect(announce(id)).rejects.toMatchObject({ code: 'forbidden' })
    await database.admin.sql`update person set email = 'other@people.example' where id = ${world.lead.id}`
    await transact(
      async (tx) => erasePersonalData(tx, system('takedown'), await lockRequest(tx, id), 'right_to_erasure'),
      world.db,
    )
    await expect(announce(id)).rejects.toMatchObject({ code: 'conflict' })
    const erasure = await decided({ right: 'erasure' }, 'remove')
    await expect(announce(erasure.id)).rejects.toMatchObject({ code: 'conflict' })
  })

  it('keeps who asked for it until then, and no longer than others after', async () => {
    const { id } = await decided({ right: 'restriction' }, 'remove')
    const inTwoYears = new Date(Date.now() + 730 * 86_400_000)
    const erase = () => transact((tx) => eraseRequest(tx, id, inTwoYears), world.db)
    await database.admin.sql`delete from release_promise where request_id = ${id}`
    await erase()
    expect(await contactOf(database.db, id), 'somebody has to be told before it ends').not.toBeNull()
    await announce(id)
    await dayCame(id)
    await erase()
    expect(await contactOf(database.db, id)).toBeNull()
  })
})

describe('who asks that something be neither sold nor shared', () => {
  it('has it left out within fifteen business days, and need not show who they are', async () => {
    await askFor(database, world, { ...PRIVACY, targets: quotes(TEXTS), right: 'opt_out_of_sale' })
    const { id: requestId } = await requestOf(database, world)
    expect(await clocksOf(requestId), 'the one law that has it, although none was named').toEqual([
      'ccpa_opt_out opt_out_of_sale',
    ])
    const text = (await lastLetter(database, 'takedown-receipt')).text.replace(/\s+/g, ' ')
    expect(text).toContain('15 business days for an opt-out (11 CCR § 7026(f))')
    await expect(
      as(world, askProof, world.lead, askProofInput.parse({ requestId, method: 'contact' })),
    ).rejects.toMatchObject({ code: 'conflict', message: expect.stringContaining('§ 7026(d)') as string })
    await expect(
      as(world, reject, world.lead, rejectInput.parse({ requestId, reason: 'not_verified' })),
    ).rejects.toMatchObject({ code: 'conflict' })

    for (const { id: caseId } of await casesOfRequest(database, requestId))
      await decideCase(database, world, { caseId, action: 'remove', reasonCode: 'pii.profile' })
    expect(await requestOf(database, world)).toMatchObject({ status: 'actioned' })
    const outcome = (await lastLetter(database, 'takedown-outcome')).text.replace(/\s+/g, ' ')
    expect(outcome).toContain('Attorney General of California')
  })

  it('has another request beside it for each other right, each under its own law', async () => {
    await askFor(database, world, {
      ...PRIVACY,
      targets: quotes(TEXTS),
      right: 'erasure,opt_out_of_sale,restriction',
    })
    const rows = await database.admin.sql<{ id: string; right: string }[]>`
      select id, asked_right as "right" from takedown_request where dataset_id = ${world.datasetId} order by asked_right`
    const clocks = await Promise.all(rows.map(async ({ id, right }) => [right, await clocksOf(id)]))
    expect(Object.fromEntries(clocks)).toEqual({
      erasure: ['gdpr erasure'],
      opt_out_of_sale: ['ccpa_opt_out opt_out_of_sale'],
      restriction: ['gdpr restriction'],
    })
  })

  it('is understood in another form', async () => {
    await askFor(database, world, {
      ...{ ...OPT_OUT, targets: quotes(TEXTS) },
      statement: 'Do not sell or share my personal information.',
    })
    const rows = await database.admin.sql`
      select kind::text, asked_right as "right" from takedown_request where dataset_id = ${world.datasetId} order by 1`
    expect(rows).toEqual([
      { kind: 'opt_out', right: null },
      { kind: 'privacy', right: 'opt_out_of_sale' },
    ])
  })
})
