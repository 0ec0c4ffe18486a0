import { transact } from '@/db/client'
import type { Member } from '@/lib/auth/actor'
import type { Extent } from '@/lib/other-side/choose'
import { approveCounter, checkCounter } from '@/lib/other-side/counter'
import { filingInput, retractInput } from '@/lib/other-side/input'
import { recordFiling } from '@/lib/other-side/put-back'
import { retractByLink } from '@/lib/other-side/retract-verbs'
import { contactOf } from '@/lib/takedowns/contact'
import { agree } from '@/lib/takedowns/four-eyes'
import { lockRequest } from '@/lib/takedowns/request-row'
import { awaitedSecond } from '@/lib/takedowns/second'
import type { TestDatabase } from '@/tests/support/database'
import { targetsOf } from '@/lib/takedowns/results'
import { describeTarget } from '@/lib/takedowns/words'
import { english } from '@/lib/i18n/say'
import { newMember } from './review-world'
import {
  as,
  askFor,
  casesOfRequest,
  decideCase,
  requestOf,
  runJobs,
  type TakedownWorld,
  visitor,
} from './takedown-world'

type Fields = Record<string, string>

export const COPYRIGHT: Fields = {
  kind: 'copyright',
  work: 'A long poem that I wrote and published myself.',
  relation: 'owner',
  name: 'Ada Example',
  postal: '1 Example Road, Example Town',
  attest_good_faith: 'on',
  attest_authority: 'on',
}

export const COUNTER: Fields = {
  kind: 'counter_notice',
  relation: 'owner',
  statement: 'I wrote these lines myself; the claim mistakes them for another poem.',
  name: 'Olive Maintainer',
  address: '5 Orchard Lane, Springfield, IL 62701',
  phone: '+1 217 555 0100',
  attest_mistake: 'on',
  attest_jurisdiction: 'on',
  attest_service: 'on',
}

export const RETRACTION: Fields = { kind: 'retraction', name: 'Ada Example', attest_authority: 'on' }

export const REMOVE: ['remove', string] = ['remove', 'copyright.owner']

/** Texts as targets of a request. */
export const quotes = (texts: readonly string[]) => texts.map((text) => `"${text}"`).join('\n')

export type Followed = { id: string; reference: string; tracking: string; email: string }

let senders = 0

/** A request whose every case was decided like this, in the order of the texts; the last action again for those beyond. */
export async function followed(
  database: TestDatabase,
  world: TakedownWorld,
  fields: Fields,
  actions: readonly ['remove' | 'keep', string][],
): Promise<Followed> {
  const email = fields.email ?? `asking-${senders++}@people.example`
  const tracking = await askFor(database, world, { ...fields, email })
  const { id, reference } = await requestOf(database, world)
  for (const [i, found] of (await casesOfRequest(database, id)).entries()) {
    const [action, reasonCode] = actions[Math.min(i, actions.length - 1)] ?? ['remove', '']
    if (found.status === 'open') await decideCase(database, world, { caseId: found.id, action, reasonCode })
  }
  await agreed(database, world, id)
  return { id, reference, tracking, email }
}

/** A second lead agrees where the kind asks for one. */
export async function agreed(database: TestDatabase, world: TakedownWorld, requestId: string): Promise<void> {
  const second = await newMember(world.db, [['lead', world.datasetId]])
  await transact(async (tx) => {
    const awaited = await awaitedSecond(tx, await lockRequest(tx, requestId))
    if (awaited) await agree(tx, second, { requestId, eventId: awaited.eventId })
  }, world.db)
  await runJobs(database)
}

/** What was decided about each of the texts of a request, by text. */
export async function decidedAbout(
  database: TestDatabase,
  requestId: string,
): Promise<Record<string, string>> {
  const rows = await database.admin.sql<{ caseId: string; action: string }[]>`
    select distinct c.id as "caseId", d.action from takedown_match m
    join review_case c on c.dataset_id = m.dataset_id and c.id = m.case_id
    join decision d on d.dataset_id = c.dataset_id and d.id = c.decision_id where m.request_id = ${requestId}`
  const actions = new Map(rows.map(({ caseId, action }) => [caseId, action]))
  const cases = await casesOfRequest(database, requestId)
  return Object.fromEntries(cases.map(({ id, text }) => [text, actions.get(id) ?? 'open']))
}

/** On the page of the request: `marked` by how its targets are written. */
export async function takeBack(
  world: TakedownWorld,
  { id, tracking }: Followed,
  extent: Extent,
  marked: readonly string[] = [],
) {
  const targets = (await targetsOf(world.db, id))
    .filter(({ target }) => marked.includes(describeTarget(english, target)))
    .map((target) => target.id)
  const input = retractInput.parse({ token: tracking, extent, targets, sure: 'on' })
  return transact((tx) => retractByLink(tx, visitor, input), world.db)
}

/** A counter notice is found complete by the lead and passed on by another one. */
export async function accept(world: TakedownWorld, second: Member, requestId: string): Promise<void> {
  await as(world, checkCounter, world.lead, { requestId, identifiedAs: 'row_identifier' })
  await as(world, approveCounter, second, { requestId })
}

/** The claimant of a removal has gone to court about what a counter notice answers. */
export function fileSuit(
  world: TakedownWorld,
  requestId: string,
  counterId: string,
  by = world.lead,
  filedOn = '2026-01-15',
) {
  const filing = { court: 'N.D. Cal.', caseNumber: '26-cv-0042', filedOn }
  return as(world, recordFiling, by, filingInput.parse({ requestId, counterId, ...filing }))
}

/** The secret of the page of a request. */
export const trackingOf = async ({ db }: TakedownWorld, id: string): Promise<string> =>
  (await contactOf(db, id))?.tracking ?? ''
