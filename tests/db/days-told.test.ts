import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { formatDate } from '@/lib/format'
import { fulfilmentOf } from '@/lib/fulfilment/queries'
import { announceLift } from '@/lib/other-side/lift'
import { publicityOf } from '@/lib/register/staff'
import { forgetEnv } from '@/lib/runtime/env'
import { announcedLift } from '@/lib/takedowns/announced-lift'
import { askInfo } from '@/lib/takedowns/ask-info'
import { notifyOwner, ownerWindowOf } from '@/lib/takedowns/owner-window'
import { liftInput } from '@/lib/takedowns/process-input'
import { standingOf } from '@/lib/takedowns/process-view'
import { requestView } from '@/lib/takedowns/queries'
import { civilDay } from '@/tests/support/civil-day'
import { testDatabase } from '@/tests/support/database'
import { publishNow } from './fulfilment-world'
import { COPYRIGHT, quotes } from './other-side-world'
import {
  as,
  askFor,
  casesOfRequest,
  decideCase,
  lastLetter,
  OPT_OUT,
  PRIVACY,
  requestOf,
  type TakedownWorld,
  takedownWorld,
} from './takedown-world'

const database = testDatabase()
const ROWS = Array.from({ length: 3 }, (_, n) => ({
  id: `r${n}`,
  text: `The ferry of number ${n} leaves at six.`,
}))
const text = (n: number) => quotes([ROWS[n]?.text ?? ''])
const zone = 'America/New_York'
let world: TakedownWorld

/** A day ends there at four or five in the morning of the next one in UTC. */
beforeAll(async () => {
  vi.stubEnv('WINNOW_TIME_ZONE', zone)
  forgetEnv()
  world = await takedownWorld(database.db, ROWS)
})
afterAll(() => {
  vi.unstubAllEnvs()
  forgetEnv()
})

/** The day of its last second where it is counted, which is another one in UTC. */
function dayThere(end: Date, where = zone): string {
  const day = civilDay(end, where)
  expect(day).not.toBe(end.toISOString().slice(0, 10))
  return formatDate(new Date(`${day}T12:00:00Z`))
}
const letter = async (template: string) => (await lastLetter(database, template)).text.replace(/\s+/g, ' ')
const dueOf = async (id: string) => {
  const [row] = await database.admin.sql<{ due: string }[]>`
    select due_at as due from takedown_request where id = ${id}`
  return new Date(row?.due ?? 0)
}

describe('a day on which something ends is told as it is where it ends', () => {
  it('of the time of the maintainers, to them and to who asked', async () => {
    await askFor(database, world, { ...COPYRIGHT, targets: text(0) })
    const { id } = await requestOf(database, world)
    await as(world, notifyOwner, world.lead, { requestId: id, note: undefined })
    const day = dayThere((await ownerWindowOf(world.db, id))?.dueAt ?? new Date(0))
    for (const template of ['takedown-owner', 'takedown-owner-told'])
      expect(await letter(template), template).toContain(day)
    const standing = await standingOf(await requestView(world.lead, id))
    expect(formatDate(standing.ownerUntil ?? new Date(0))).toBe(day)
  })

  it('of a clock that runs on while something is missing', async () => {
    await askFor(database, world, { ...PRIVACY, regime: 'ccpa', right: 'erasure', targets: text(1) })
    const { id } = await requestOf(database, world)
    await as(world, askInfo, world.lead, { requestId: id, missing: ['targets'], note: undefined })
    expect(await letter('takedown-needs-info')).toContain(dayThere(await dueOf(id), 'America/Los_Angeles'))
  })

  it('of an answer that was due, in the public register', async () => {
    await askFor(database, world, { ...OPT_OUT, targets: text(1) })
    const { id } = await requestOf(database, world)
    for (const { id: caseId } of await casesOfRequest(database, id))
      await decideCase(database, world, { caseId, action: 'remove', reasonCode: 'optout.own' })
    const { notice } = await publicityOf(world.lead, await requestView(world.lead, id))
    const due = await dueOf(id)
    expect(due.toISOString().slice(0, 10)).not.toBe(notice?.due)
    expect(notice?.due).toBe(civilDay(due, zone))
  })

  it('of a release that is promised', async () => {
    await publishNow(database, world)
    await askFor(database, world, { ...PRIVACY, regime: 'gdpr', right: 'erasure', targets: text(2) })
    const { id } = await requestOf(database, world)
    const day = dayThere(await dueOf(id))
    for (const { id: caseId } of await casesOfRequest(database, id))
      await decideCase(database, world, { caseId, action: 'remove', reasonCode: 'pii.contact' })
    expect(await letter('takedown-outcome')).toContain(day)
    const [release] = (await fulfilmentOf(await requestView(world.lead, id)))?.releases ?? []
    expect(formatDate(release?.by ?? new Date(0))).toBe(day)
  })

  it('of a restriction that is going to end', async () => {
    // One of the two has another day than UTC now, and so two weeks from now.
    vi.stubEnv('WINNOW_TIME_ZONE', new Date().getUTCHours() < 12 ? 'Etc/GMT+12' : 'Etc/GMT-14')
    forgetEnv()
    await askFor(database, world, { ...PRIVACY, right: 'restriction', targets: text(2) })
    const { id: requestId } = await requestOf(database, world)
    for (const { id: caseId } of await casesOfRequest(database, requestId))
      await decideCase(database, world, { caseId, action: 'remove', reasonCode: 'pii.profile' })
    await as(world, announceLift, world.lead, liftInput.parse({ requestId, reason: 'accuracy', note: '' }))
    const lift = await announcedLift(world.db, await requestView(world.lead, requestId))
    const day = dayThere(lift?.until ?? new Date(0), process.env.WINNOW_TIME_ZONE)
    expect(await letter('takedown-lift')).toContain(`on ${day}`)
    expect(formatDate(lift?.day ?? new Date(0))).toBe(day)
  })
})
