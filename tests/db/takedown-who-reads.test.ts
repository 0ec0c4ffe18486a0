import { beforeAll, describe, expect, it } from 'vitest'
import { type Member } from '@/lib/auth/actor'
import { otherSideOf } from '@/lib/other-side/view'
import { CATALOGUES } from '@/lib/i18n/catalogues'
import { publicityOf } from '@/lib/register/staff'
import { caseView } from '@/lib/review/case-view'
import { contest } from '@/lib/takedowns/appeal'
import { requestsFilter } from '@/lib/takedowns/input'
import { KINDS } from '@/lib/takedowns/kinds'
import { processView } from '@/lib/takedowns/process-view'
import { listRequests, requestsOfCase, requestView } from '@/lib/takedowns/queries'
import { reachView } from '@/lib/takedowns/reach-view'
import { statementsOf } from '@/lib/takedowns/statement'
import { maintainersSee } from '@/lib/takedowns/who-reads'
import { testDatabase } from '@/tests/support/database'
import { newMember } from './review-world'
import {
  as,
  askFor,
  casesOfRequest,
  decideCase,
  letters,
  OPT_OUT,
  PRIVACY,
  requestOf,
  type TakedownWorld,
  takedownWorld,
  visitor,
} from './takedown-world'

const database = testDatabase()
let world: TakedownWorld
let admin: Member

const ROWS = [
  { id: 'r1', author: 'pebble-ana', text: 'Wilma Flint lives at 3 Quarry Lane, in the yellow house.' },
  { id: 'r2', author: 'someone', text: 'The ferry was late, and nobody minded the rain.' },
  { id: 'r3', author: 'someone', text: 'Soup of the day: leek, with bread from the harbour.' },
]
const NAME = 'Wilhelmina Flintstone-Quarry'
const EMAIL = 'wilhelmina@quarry.example'
/** What only the requester wrote; the last is found, by the same words with other white space. */
const SAID = [
  '+49 30 90182 0555',
  'wilhelmina.private@quarry.example',
  'Wilma Flint  lives at 3 Quarry  Lane',
]
const GROUNDS = 'You overlooked that I am the Flint of the yellow house.'

beforeAll(async () => {
  world = await takedownWorld(database.db, ROWS)
  admin = await newMember(world.db, [['maintainer', world.datasetId]], ['admin'])
})

/** All that somebody without a part in answering reads of a request, and what was sent to them. */
async function allThatReads(actor: Member, id: string) {
  const request = await requestView(actor, id)
  const cases = await casesOfRequest(database, id)
  const { words } = await processView(request)
  const [own] = await database.sql<{ email: string }[]>`select email from person where id = ${actor.id}`
  return JSON.stringify([
    request,
    await reachView(actor, id),
    [...words],
    await otherSideOf(actor, request),
    await statementsOf(id),
    await publicityOf(actor, request),
    await listRequests(actor, requestsFilter.parse({ state: 'all' })),
    await Promise.all(
      cases.map((found) => requestsOfCase(actor, { datasetId: world.datasetId, id: found.id })),
    ),
    await Promise.all(cases.map((found) => caseView(actor, world.slug, found.id))),
    (await letters(database)).filter(({ letter }) => letter?.to === own?.email),
  ])
}

const privacy = { ...PRIVACY, name: NAME, email: EMAIL, identifiers: SAID.join('\n') }

describe('who asks to be protected from those who made the dataset', () => {
  it('gives them nothing of who asks by what is to be looked for, from the first day to the last', async () => {
    const tracking = await askFor(database, world, { ...privacy, targets: '@quarry-flint-77\nrow 2' })
    const { id } = await requestOf(database, world)
    const secrets = [NAME, EMAIL, ...SAID, 'quarry-flint', GROUNDS]
    const found = (await requestView(world.lead, id)).targets
    expect(found.map(({ kind }) => kind)).toEqual(['row', 'quote', 'quote', 'quote', 'quote'])
    expect(JSON.stringify(found), 'the lead reads what to look for').toContain(SAID[0])

    for (const { id: caseId } of await casesOfRequest(database, id))
      await decideCase(database, world, { caseId, action: 'keep', reasonCode: 'pii.not' })
    await as(world, contest, visitor, { token: tracking, grounds: GROUNDS })
    for (const { id: caseId } of await casesOfRequest(database, id))
      expect((await caseView(world.reviewer, world.slug, caseId)).grounds).toBe(GROUNDS)

    for (const actor of [world.maintainer, admin]) {
      const read = await allThatReads(actor, id)
      for (const secret of secrets) expect(read, 'of what the requester wrote').not.toContain(secret)
      const seen = await requestView(actor, id)
      expect(seen).toMatchObject({ contact: null, readsWho: false, summary: '1 row, 4 passages of text' })
      expect(seen.targets.map(({ kind, text }) => [kind, text])).toEqual([
        ['row', 'row 2'],
        ['quote', null],
        ['quote', null],
        ['quote', null],
        ['quote', null],
      ])
    }
  })

  it('may be somebody who opts out by a name or a number', async () => {
    const targets = 'author: pebble-ana\nid: +4930901820777\nexample.org\nhttps://example.org/a/1'
    await askFor(database, world, { ...OPT_OUT, name: NAME, email: EMAIL, targets })
    const { id } = await requestOf(database, world)
    const seen = (await requestView(world.maintainer, id)).targets.map(({ kind, text }) => [kind, text])
    expect(seen).toEqual([
      ['author', null],
      ['source_id', null],
      ['domain', 'example.org'],
      ['url', 'https://example.org/a/1'],
    ])
    const reach = (await reachView(world.maintainer, id)).targets.map(({ text }) => text)
    expect(reach).toEqual(seen.map(([, text]) => text))
  })

  it('is not hidden from maintainers of whose dataset a notice says what infringes', async () => {
    await askFor(database, world, {
      ...{ kind: 'copyright', work: 'Soups, a booklet of 2011', relation: 'owner', name: NAME, email: EMAIL },
      ...{ postal: '1 Invented Lane', attest_good_faith: 'on', attest_authority: 'on' },
      targets: '"Soup of the day: leek"',
    })
    const { id } = await requestOf(database, world)
    const read = await allThatReads(world.maintainer, id)
    expect(read).toContain('Soup of the day: leek')
    for (const secret of [NAME, EMAIL]) expect(read).not.toContain(secret)
  })
})

describe('the sentence about who reads a request', () => {
  const ROLES = {
    lead: { 'en-GB': /\bleads?\b/, de: /\bLeitung\b/ },
    maintainer: { 'en-GB': /\bmaintainers?\b/, de: /\bBetreuung\b/ },
    reviewer: { 'en-GB': /\breviewers?\b/i, de: /\bPrüfende/ },
    officer: { 'en-GB': /\bofficers?\b/, de: /\bSchutzbeauftragte/ },
    admin: { 'en-GB': /\badministrators?\b/, de: /\bVerwaltung\b/ },
  } as const

  it('names those who do read who asks, and no others', async () => {
    const site = await newMember(world.db, [], ['admin'])
    const people = { ...world, admin: site }
    const notice = {
      ...{
        kind: 'copyright',
        work: 'The Ferry, a poem of 2009',
        relation: 'owner',
        name: NAME,
        email: EMAIL,
      },
      ...{ postal: '1 Invented Lane', attest_good_faith: 'on', attest_authority: 'on' },
    }
    await askFor(database, world, { ...notice, targets: '"The ferry was late"' })
    const { id } = await requestOf(database, world)
    const readers = async () => {
      const who: string[] = []
      for (const role of Object.keys(ROLES) as (keyof typeof ROLES)[]) {
        const read = await requestView(people[role], id).catch(() => null)
        if (read?.readsWho) expect(read.contact).toMatchObject({ name: NAME, email: EMAIL })
        else if (read) expect(read.contact).toBeNull()
        if (read?.readsWho) who.push(role)
      }
      return who
    }
    expect(await readers(), 'nobody has to agree yet').toEqual(['lead'])
    const [found] = await casesOfRequest(database, id)
    await decideCase(database, world, {
      caseId: found?.id ?? '',
      action: 'remove',
      reasonCode: 'copyright.owner',
    })
    const reads = await readers()
    expect(reads, 'a second person has to agree').toEqual(['lead', 'admin'])
    for (const locale of ['en-GB', 'de'] as const) {
      const { who, ...others } = CATALOGUES[locale].takedowns.readers
      expect(
        Object.entries(ROLES).flatMap(([role, words]) => (words[locale].test(who) ? [role] : [])),
      ).toEqual(reads)
      for (const text of Object.values(others)) expect(text).toMatch(ROLES.maintainer[locale])
    }
  })

  it('says of each kind whether maintainers see what is looked for', () => {
    const hidden = KINDS.filter((kind) => maintainersSee(kind) === 'maintainersOfPlaces')
    expect(hidden).toEqual(['privacy', 'opt_out', 'publicity'])
  })
})
