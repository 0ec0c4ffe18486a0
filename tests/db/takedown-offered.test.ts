import { beforeEach, describe, expect, it } from 'vitest'
import { transact, type Tx } from '@/db/client'
import type { Member } from '@/lib/auth/actor'
import { system } from '@/lib/auth/load-actor'
import { AppError } from '@/lib/errors'
import { approveCounter, checkCounter, refuseCounter } from '@/lib/other-side/counter'
import { SENDER_POLICY } from '@/lib/other-side/numbers'
import { putBackUnreached, recordFiling } from '@/lib/other-side/put-back'
import { answerSender, findSender, suspendSender, warnSender } from '@/lib/other-side/senders'
import { contestSuspension, letThrough } from '@/lib/other-side/suspension'
import { otherSideOf } from '@/lib/other-side/view'
import { contest } from '@/lib/takedowns/appeal'
import { erasePersonalData } from '@/lib/takedowns/erase'
import { cannotReject, reject } from '@/lib/takedowns/reject'
import { lockRequest } from '@/lib/takedowns/request-row'
import type { TakedownStatus } from '@/lib/takedowns/status'
import { testDatabase } from '@/tests/support/database'
import { accept, COPYRIGHT, COUNTER, followed, type Followed, quotes, REMOVE } from './other-side-world'
import { newMember } from './review-world'
import { as, askFor, PRIVACY, requestOf, type TakedownWorld, takedownWorld, visitor } from './takedown-world'

/* What the page of a request offers somebody, held against what the verbs behind it let them do. */

const database = testDatabase()
const LINES = Array.from({ length: 7 }, (_, i) => `Line ${i} of a poem about gates and trees.`)
let world: TakedownWorld
let second: Member
/** A lead who asked themselves. */
let asker: Member
let admin: Member

const ONLY_LEADS = 'Only a lead of this dataset handles its requests.'
const YOURS = 'The address of this request is yours. Somebody else has to answer it.'

beforeEach(async () => {
  world = await takedownWorld(
    database.db,
    LINES.map((text, i) => ({ id: `p${i}`, text })),
  )
  second = await newMember(world.db, [['lead', world.datasetId]])
  asker = await newMember(world.db, [['lead', world.datasetId]])
  admin = await newMember(world.db, [], ['admin'])
})

const addressOf = async ({ id }: Member) => {
  const [row] = await database.admin.sql<{ email: string }[]>`select email from person where id = ${id}`
  return row?.email ?? ''
}

/** The words by which a verb refuses somebody; undefined where it lets them, and then nothing of it stays. */
async function refusal<Input>(
  verb: (tx: Tx, actor: Member, input: Input) => Promise<unknown>,
  who: Member,
  input: Input,
): Promise<string | undefined> {
  const done = new Error('done, and undone')
  const thrown: unknown = await transact(async (tx) => {
    await verb(tx, who, input)
    throw done
  }, world.db).catch((error: unknown) => error)
  if (thrown === done) return undefined
  if (thrown instanceof AppError && thrown.code === 'forbidden') return thrown.message
  throw thrown
}

const seenBy = (
  who: Member,
  id: string,
  { kind, status }: { kind: 'copyright' | 'counter_notice'; status: TakedownStatus },
) => otherSideOf(who, { id, kind, status, datasetId: world.datasetId, restricted: false, readsWho: true })

describe('the pages of a counter notice', () => {
  const SENT = 'It was sent from your own address: others decide about it.'
  const ANSWERS = 'It answers a request from your own address: others decide about it.'
  /** A lead who sent the counter notice. */
  let sender: Member
  let removal: Followed
  let id: string

  beforeEach(async () => {
    sender = await newMember(world.db, [
      ['lead', world.datasetId],
      ['maintainer', world.datasetId],
    ])
    const asked = { ...COPYRIGHT, targets: quotes(LINES.slice(0, 2)), email: await addressOf(asker) }
    removal = await followed(database, world, asked, [REMOVE])
    const answer = { ...COUNTER, targets: quotes(LINES.slice(0, 1)), email: await addressOf(sender) }
    await askFor(database, world, { ...answer, reference: removal.reference })
    ;({ id } = await requestOf(database, world))
  })

  async function offered(who: Member, page: 'own' | 'answered' = 'own') {
    const seen =
      page === 'own'
        ? await seenBy(who, id, { kind: 'counter_notice', status: 'under_review' })
        : await seenBy(who, removal.id, { kind: 'copyright', status: 'countered' })
    const [counter] = seen.counters
    if (!counter) throw new Error('no counter notice')
    const { check, agree, refuse, file, putBack } = counter
    return { check, agree, refuse, file, putBack }
  }
  const nothing = { check: null, agree: null, refuse: null, file: null, putBack: null }
  const everybody = () => ({ lead: world.lead, second, asker, sender, maintainer: world.maintainer, admin })

  /** What everybody is told of one step, having compared it for each with the verb. */
  async function told(step: keyof typeof nothing, page: 'own' | 'answered', tried: Tried) {
    const words: Record<string, string | undefined> = {}
    for (const [name, who] of Object.entries(everybody())) {
      const why = (await offered(who, page))[step]
      expect(why, `${step}, ${name}`).toStrictEqual({ denied: await tried(who) })
      words[name] = why?.denied
    }
    return words
  }
  type Tried = (who: Member) => Promise<string | undefined>

  it('offer to judge it to leads who are on neither side', async () => {
    const check = (who: Member) =>
      refusal(checkCounter, who, { requestId: id, identifiedAs: 'row_identifier' })
    const refuse = (who: Member) => refusal(refuseCounter, who, { requestId: id, missing: ['contact'] })
    const words = {
      ...{ lead: undefined, second: undefined, asker: ANSWERS, sender: SENT },
      ...{ maintainer: ONLY_LEADS, admin: ONLY_LEADS },
    }
    expect(await told('check', 'own', check)).toEqual(words)
    expect(await told('refuse', 'own', refuse)).toEqual(words)
    expect(await offered(world.lead)).toMatchObject({ agree: null, file: null, putBack: null })
    expect(await offered(world.lead, 'answered'), 'it is judged on its own page').toEqual(nothing)
  })

  it('offer to pass it on to somebody else than found it complete, an admin too', async () => {
    await as(world, checkCounter, world.lead, { requestId: id, identifiedAs: 'row_identifier' })
    expect(await told('agree', 'own', (who) => refusal(approveCounter, who, { requestId: id }))).toEqual({
      ...{ lead: 'You found it complete yourself; somebody else has to agree.', second: undefined },
      ...{ asker: ANSWERS, sender: SENT },
      ...{ maintainer: 'Only an admin, or a lead of the dataset, is the second person.', admin: undefined },
    })
    const refuse = (who: Member) => refusal(refuseCounter, who, { requestId: id, missing: ['contact'] })
    expect(await told('refuse', 'own', refuse)).toMatchObject({ lead: undefined, admin: ONLY_LEADS })
    expect(await offered(second)).toMatchObject({ check: null, file: null, putBack: null })
  })

  it('offer to record a court action to who did not ask for the removal', async () => {
    await accept(world, second, id)
    const filing = { court: 'N.D. Cal.', caseNumber: '26-cv-0042', filedOn: '2026-01-15' }
    const file = (who: Member) =>
      refusal(recordFiling, who, { requestId: removal.id, counterId: id, ...filing })
    expect(await told('file', 'answered', file)).toEqual({
      ...{ lead: undefined, second: undefined, asker: YOURS, sender: undefined },
      ...{ maintainer: ONLY_LEADS, admin: ONLY_LEADS },
    })
    expect(await offered(second), 'on the page of the removal alone').toEqual(nothing)
    expect(await offered(second, 'answered'), 'it comes back by itself').toMatchObject({ putBack: null })
  })

  it('offer to put it back, where the claimant is gone and the days are over, to who did not send it', async () => {
    await transact(async (tx) => {
      await erasePersonalData(tx, system('takedown'), await lockRequest(tx, removal.id), 'consent_withdrawn')
    }, world.db)
    await accept(world, second, id)
    expect(await offered(second, 'answered'), 'the days are not over').toMatchObject({ putBack: null })
    await database.admin.sql`
      update counter_notice set received_at = received_at - interval '20 days', earliest_at = now() - interval '1 day', latest_at = now() + interval '3 days'
      where of_request_id = ${removal.id}`
    const back = (who: Member) => refusal(putBackUnreached, who, { requestId: removal.id, counterId: id })
    expect(await told('putBack', 'answered', back)).toMatchObject({
      ...{ lead: undefined, second: undefined, sender: SENT },
      ...{ maintainer: ONLY_LEADS, admin: ONLY_LEADS },
    })
  })
})

describe('what is decided about a sender', () => {
  const people = () => ({ lead: world.lead, second, asker, maintainer: world.maintainer })
  const words = { lead: undefined, second: undefined, asker: YOURS, maintainer: ONLY_LEADS }

  async function unfounded(from: number, n: number): Promise<Followed> {
    let last: Followed | undefined
    for (const text of LINES.slice(from, from + n)) {
      const asked = { ...COPYRIGHT, targets: quotes([text]), email: await addressOf(asker) }
      last = await followed(database, world, asked, [['keep', 'copyright.permitted']])
      await as(world, findSender, world.lead, { requestId: last.id, finding: 'unfounded' })
      await database.admin.sql`delete from rate_limit`
    }
    if (!last) throw new Error('no request')
    return last
  }
  const shown = async (who: Member, id: string, status: TakedownStatus = 'no_action') => {
    const { conduct } = await seenBy(who, id, { kind: 'copyright', status })
    if (!conduct) throw new Error('nothing is shown of its sender')
    return conduct
  }

  it('is offered to leads who are not the sender, and the others read who decides', async () => {
    const { warnFrom, suspendFrom } = SENDER_POLICY
    const { id: requestId } = await unfounded(0, warnFrom)
    const read: Record<string, string | undefined> = {}
    for (const [name, who] of Object.entries(people())) {
      const { mayFind, mayWarn, denied } = await shown(who, requestId)
      expect({ mayFind, mayWarn }, 'there is something to decide').toEqual({ mayFind: true, mayWarn: true })
      expect(await refusal(warnSender, who, { requestId }), name).toBe(denied)
      expect(await refusal(findSender, who, { requestId, finding: 'not_unfounded' }), name).toBe(denied)
      read[name] = denied
    }
    expect(read).toEqual(words)

    await as(world, warnSender, world.lead, { requestId })
    const last = await unfounded(warnFrom, suspendFrom)
    for (const [name, who] of Object.entries(people())) {
      const { maySuspend, denied } = await shown(who, last.id)
      expect(maySuspend).toBe(true)
      expect(await refusal(suspendSender, who, { requestId: last.id, days: 30 }), name).toBe(denied)
    }
    await as(world, suspendSender, world.lead, { requestId: last.id, days: 30 })

    const again = { ...COPYRIGHT, targets: quotes(LINES.slice(6)), email: await addressOf(asker) }
    await askFor(database, world, again)
    const held = await requestOf(database, world)
    for (const [name, who] of Object.entries(people())) {
      const { heldUntil, denied } = await shown(who, held.id, 'received')
      expect(heldUntil).not.toBeNull()
      expect(await refusal(letThrough, who, { requestId: held.id }), name).toBe(denied)
    }

    await transact(
      (tx) => contestSuspension(tx, visitor, { token: last.tracking, grounds: 'Each was meant seriously.' }),
      world.db,
    )
    const answered: Record<string, string | undefined> = {}
    for (const [name, who] of Object.entries(people())) {
      const { answer } = await shown(who, last.id)
      const denied = await refusal(answerSender, who, { requestId: last.id, answer: 'lifted' })
      expect(answer, name).toStrictEqual({ denied })
      answered[name] = denied
    }
    expect(answered).toEqual({ ...words, lead: 'You decided it yourself; somebody else has to answer.' })
  })
})

describe('a request that was not taken up, and contested', () => {
  it('is offered to be dismissed again by somebody else alone', async () => {
    const token = await askFor(database, world, { ...PRIVACY, targets: quotes(LINES.slice(0, 1)) })
    const { id: requestId } = await requestOf(database, world)
    const dismissal = { requestId, reason: 'not_verified' as const, note: undefined }
    await as(world, reject, world.lead, dismissal)
    await as(world, contest, visitor, { token, grounds: 'I sent you what you asked me for.' })
    for (const who of [world.lead, second])
      expect(await cannotReject(who, requestId)).toBe(await refusal(reject, who, dismissal))
    expect(await cannotReject(world.lead, requestId)).toMatch(/that was contested/)
    expect(await cannotReject(second, requestId)).toBeUndefined()
  })
})
