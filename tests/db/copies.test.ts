import { beforeAll, describe, expect, it, vi } from 'vitest'
import { sql } from 'drizzle-orm'
import { transact } from '@/db/client'
import { addHolding, confirmApplied, leave, retainHolder, setLetters } from '@/lib/copies/keep'
import { mayRead } from '@/lib/copies/audience'
import { registerInput, vetInput } from '@/lib/copies/input'
import { pendingFor } from '@/lib/copies/pending-for'
import { confirmedCopies, copiesOf, countCopies, holderPage } from '@/lib/copies/queries'
import { confirmHolder, register } from '@/lib/copies/register'
import { tellHolders } from '@/lib/copies/tell'
import { approveHolder, revokeHolder } from '@/lib/copies/vet'
import { addHost, hostsOf, setMargin, tickHost } from '@/lib/fulfilment/hosts'
import { decisionProof, fulfilmentByLink, requestByLink } from '@/lib/fulfilment/queries'
import { pendingResponse } from '@/lib/pending/serve'
import { noteRelease } from '@/lib/releases/notice'
import { openPending } from '@/lib/release-format/pending'
import { testDatabase } from '@/tests/support/database'
import { decided, publishNow, runReleaseJobs } from './fulfilment-world'
import { newMember } from './review-world'
import {
  expectNowhereInClear,
  lastLetter,
  lettersOf,
  type TakedownWorld,
  takedownWorld,
  visitor,
} from './takedown-world'

const database = testDatabase()
vi.setConfig({ testTimeout: 60_000 })
let world: TakedownWorld
/** Another dataset with a release. */
let elsewhere: TakedownWorld
let page = ''

const ROWS = Array.from({ length: 30 }, (_, i) => ({ id: `r${i}`, text: `Row number ${i} of many copies.` }))
const secretIn = (text: string, kind: 'confirm' | 'holder') =>
  new RegExp(`/copies/${kind}/([\\w-]{43})`).exec(text)?.[1] ?? ''
const news = async () => (await lettersOf(database, 'copy-news')).flatMap(({ letter }) => letter ?? [])

async function registered(email: string, name = 'Copy Keeper'): Promise<string> {
  const input = registerInput.parse({ name, organisation: 'Lab of Copies', email, dataset: world.slug })
  await transact((tx) => register(tx, visitor, input))
  const token = secretIn((await lastLetter(database, 'copy-confirm')).text, 'confirm')
  await transact((tx) => confirmHolder(tx, visitor, { token }))
  return secretIn((await lastLetter(database, 'copy-welcome')).text, 'holder')
}
const applied = (token: string, release: string, receipt: string | null = null) =>
  transact((tx) => confirmApplied(tx, visitor, { token, dataset: world.slug, release, receipt }))
const headOf = async () => {
  const [row] = await database.admin.sql<{ id: string }[]>`
    select release_id as id from release_head where dataset_id = ${world.datasetId}`
  return row?.id ?? ''
}

beforeAll(async () => {
  world = await takedownWorld(database.db, ROWS)
  await publishNow(database, world)
  elsewhere = await takedownWorld(database.db, ROWS)
  await publishNow(database, elsewhere)
})

describe('whoever keeps a copy', () => {
  it('is nobody to anybody until their address is confirmed, and stands nowhere in clear', async () => {
    page = await registered('keeper@copies.example', 'Keeper Of The Copy')
    expect(await holderPage(page)).toMatchObject({ name: 'Keeper Of The Copy', letters: true })
    expect(await countCopies(world.datasetId)).toMatchObject({ holders: 1, current: 0 })
    await expectNowhereInClear(database, 'keeper@copies.example', 'Keeper Of The Copy', page)
  })

  it('is seen by the maintainers, who is behind first, and by nobody else', async () => {
    const [row] = await copiesOf(world.maintainer, world.datasetId)
    expect(row).toMatchObject({ name: 'Keeper Of The Copy', isBehind: true, email: 'keeper@copies.example' })
    for (const nobody of [world.lead, world.reviewer, world.stranger, world.officer])
      await expect(copiesOf(nobody, world.datasetId)).rejects.toMatchObject({ code: 'forbidden' })
  })

  it('says that they applied a release, with the digest of the receipt, then or afterwards, which everybody may count', async () => {
    await expect(applied(page, '9.9.9')).rejects.toMatchObject({ code: 'not_found' })
    await expect(applied('x'.repeat(43), '1.0.0')).rejects.toMatchObject({ code: 'not_found' })
    await applied(page, '1.0.0')
    await applied(page, '1.0.0', 'ab'.repeat(32))
    for (const again of [null, 'cd'.repeat(32)]) await applied(page, '1.0.0', again)
    await expect(
      database.db.execute(sql`update copy_confirmation set receipt = ${Buffer.alloc(32)}`),
    ).rejects.toMatchObject({ cause: { constraint_name: 'copy_confirmation_receipt_stays' } })
    expect(await countCopies(world.datasetId)).toMatchObject({ holders: 1, current: 1 })
    expect(await confirmedCopies(world.datasetId, await headOf())).toEqual({ confirmed: 1, of: 1 })
    const [fact] = await database.admin.sql<{ receipt: Buffer }[]>`select receipt from copy_confirmation`
    expect(fact?.receipt.toString('hex')).toBe('ab'.repeat(32))
  })

  it('gets one letter for all that is new, once, with the list', async () => {
    await decided(database, world, { kind: 'privacy', targets: `“${ROWS[1]?.text}”` })
    await decided(database, world, { kind: 'ncii', targets: `“${ROWS[2]?.text}”` })
    await runReleaseJobs(database, { byItself: false })
    expect(await tellHolders(world.datasetId)).toBe(1)
    expect(await tellHolders(world.datasetId)).toBe(0)
    const [letter, ...more] = await news()
    expect(more).toEqual([])
    expect(letter?.text.replace(/\s+/g, ' ')).toContain('1 row of release 1.0.0 is decided to go')
    expect(letter?.text).toContain(`/copies/holder/${page}/pending/${world.slug}`)
    expect(await mayRead(page, world.slug, 'public')).toBe(true)
    expect(await mayRead('x'.repeat(43), world.slug, 'public')).toBe(false)
    const list = async (audience: 'public' | 'holders') => {
      const answer = await pendingResponse(new Request('http://winnow.test/'), world.slug, audience)
      return openPending(Buffer.from(await answer.arrayBuffer()), null).files.map(({ rows }) => rows)
    }
    expect(await list('public')).toEqual([[[1, 1]]])
    expect(await list('holders')).toEqual([[[1, 2]]])
  })

  it('reads restricted rows only when somebody has checked them, only there, and only until it is revoked', async () => {
    const { datasetId, slug, maintainer } = world
    const admin = await newMember(database.db, [], ['admin'])
    const [holder] = await copiesOf(admin, datasetId)
    const given = vetInput.parse({
      ...{ datasetId, holderId: holder?.id },
      reason: 'Called the lab at the number on their own site.',
    })
    const restricted = async (token: string, of = slug) => {
      const answer = await pendingFor(new Request('http://winnow.test/'), { token, slug: of }, 'holders')
      if (answer.status !== 200) return answer.status
      expect(answer.headers.get('cache-control')).toBe('private, no-store')
      expect(answer.headers.get('access-control-allow-origin')).toBeNull()
      return openPending(Buffer.from(await answer.arrayBuffer()), null).files.map(({ rows }) => rows)
    }
    const other = await registered('unchecked@copies.example', 'Unchecked Keeper')
    expect([await restricted(page), await restricted(other), await restricted('x'.repeat(43))]).toEqual([
      404, 404, 404,
    ])
    for (const nobody of [world.lead, world.reviewer, world.stranger, world.officer])
      await expect(transact((tx) => approveHolder(tx, nobody, given))).rejects.toMatchObject({
        code: 'forbidden',
      })
    expect(vetInput.safeParse({ ...given, reason: 'ok' }).success).toBe(false)

    await transact((tx) => approveHolder(tx, maintainer, given))
    await expect(transact((tx) => approveHolder(tx, admin, given))).rejects.toMatchObject({
      code: 'conflict',
    })
    expect(await restricted(page)).toEqual([[[1, 2]]])
    expect(await restricted(other), 'another holder').toBe(404)
    const { text } = await lastLetter(database, 'copy-approved')
    expect(text).toContain(`/copies/holder/${page}`)
    expect(await holderPage(page)).toMatchObject({ holdings: [{ approved: true, pending: 2 }] })

    await transact((tx) => addHolding(tx, visitor, { token: page, dataset: elsewhere.slug, version: null }))
    expect(await restricted(page, elsewhere.slug), 'another dataset').toBe(404)
    await expect(
      transact((tx) => approveHolder(tx, maintainer, { ...given, datasetId: elsewhere.datasetId })),
    ).rejects.toMatchObject({ code: 'forbidden' })
    await expect(
      database.sql`update copy_holding set approval_id = (select approval_id from copy_holding where approval_id is not null)
        where dataset_id = ${elsewhere.datasetId}`,
    ).rejects.toThrow(/foreign key/)

    await decided(database, world, { kind: 'ncii', targets: `“${ROWS[3]?.text}”` })
    await runReleaseJobs(database, { byItself: false })
    expect(await tellHolders(datasetId), 'only who may know of them hears of restricted rows').toBe(1)
    expect((await news()).at(-1)?.text).toContain(`/pending/${slug}/restricted`)

    const [row] = (await copiesOf(maintainer, datasetId)).filter(({ id }) => id === holder?.id)
    expect(row).toMatchObject({ approved: true, vettings: [{ change: 'approved', reason: given.reason }] })
    await expectNowhereInClear(database, given.reason)
    await transact((tx) => revokeHolder(tx, admin, { ...given, reason: 'They have left the laboratory.' }))
    await expect(transact((tx) => revokeHolder(tx, admin, given))).rejects.toMatchObject({ code: 'conflict' })
    expect(await restricted(page)).toBe(404)
    expect((await lastLetter(database, 'copy-revoked')).text).toContain('was taken back')
    expect(await holderPage(page)).toMatchObject({ holdings: [{ approved: false, pending: 1 }, {}] })
    const facts = await database.admin.sql<{ change: string; logged: boolean }[]>`
      select v.change, exists (select from log_pending p where p.entry_id = v.entry_id)
        or exists (select from log_entry e where e.entry_id = v.entry_id) as logged
      from copy_vetting v order by v.created_at`
    expect(facts).toEqual([
      { change: 'approved', logged: true },
      { change: 'revoked', logged: true },
    ])
    await expect(database.sql`update copy_vetting set change = 'approved'`).rejects.toThrow(
      /permission denied/,
    )
    await transact((tx) => leave(tx, visitor, { token: other }))
  })

  it('is not approved by themselves, by whatever address of theirs', async () => {
    const { datasetId, maintainer } = world
    const [me] = await database.admin.sql<
      { email: string }[]
    >`select email from person where id = ${maintainer.id}`
    const [name = '', host = ''] = me?.email.split('@') ?? []
    const other = await newMember(database.db, [['maintainer', datasetId]])
    for (const email of [`${name}@${host}`, `${name.toUpperCase()}+lab@${host}`]) {
      const token = await registered(email, 'The Maintainer')
      const [row] = (await copiesOf(maintainer, datasetId)).filter((one) => one.name === 'The Maintainer')
      expect(row).toMatchObject({ own: true })
      const given = vetInput.parse({ datasetId, holderId: row?.id, reason: 'I know this person very well.' })
      await expect(transact((tx) => approveHolder(tx, maintainer, given))).rejects.toMatchObject({
        code: 'forbidden',
      })
      expect((await copiesOf(other, datasetId)).find(({ id }) => id === row?.id)).toMatchObject({
        own: false,
      })
      await transact((tx) => approveHolder(tx, other, given))
      await transact((tx) => leave(tx, visitor, { token }))
    }
  })

  it('hears of a new release and of one that must not be used any more, and is behind then', async () => {
    const { version } = await publishNow(database, world)
    await transact((tx) =>
      noteRelease(tx, world.maintainer, {
        ...{ datasetId: world.datasetId, version: '1.0.0', kind: 'withdrawn', reason: null },
      }),
    )
    await tellHolders(world.datasetId)
    const text = (await news()).at(-1)?.text.replace(/\s+/g, ' ') ?? ''
    expect(text).toContain(`Release ${version} is published`)
    expect(text).toContain('Release 1.0.0 was withdrawn')
    expect(await countCopies(world.datasetId)).toMatchObject({ holders: 1, current: 0 })
  })

  it('gets no letters any more when they say so, and all of it is erased when they leave', async () => {
    await transact((tx) => setLetters(tx, visitor, { token: page, letters: 'off' }))
    await publishNow(database, world)
    expect(await tellHolders(world.datasetId)).toBe(0)
    const other = await registered('second@copies.example')
    await transact((tx) => addHolding(tx, visitor, { token: other, dataset: world.slug, version: '2.0.0' }))
    await transact((tx) => leave(tx, visitor, { token: page }))
    expect(await holderPage(page)).toBeNull()
    expect(await copiesOf(world.maintainer, world.datasetId)).toMatchObject([{ version: '2.0.0' }])
    const gone = await database.admin.sql<{ sealed: Buffer | null }[]>`
      select sealed from copy_holder where state = 'ended'`
    expect(gone).toEqual(Array.from({ length: 4 }, () => ({ sealed: null })))
    expect((await news()).length).toBe(0)
  })

  it('counts as heard of when they say whether they want letters', async () => {
    const token = await registered('third@copies.example')
    const keptFor = async () => (await holderPage(token))?.until.getTime() ?? 0
    for (const letters of ['off', 'on'] as const) {
      await database.admin
        .sql`update copy_holder set retain_until = now() + interval '1 day' where state = 'active'`
      await transact((tx) => setLetters(tx, visitor, { token, letters }))
      expect(await keptFor(), letters).toBeGreaterThan(Date.now() + 700 * 86_400_000)
    }
    await transact((tx) => leave(tx, visitor, { token }))
  })

  it('is forgotten when they were not heard of for two years, and not a day before', async () => {
    const [holder] = await database.admin.sql<{ id: string; until: string }[]>`
      select id, retain_until as until from copy_holder where state = 'active'`
    const until = new Date(String(holder?.until))
    await transact((tx) => retainHolder(tx, holder?.id ?? '', new Date(until.getTime() - 1_000)))
    expect(await countCopies(world.datasetId)).toMatchObject({ holders: 1 })
    await transact((tx) => retainHolder(tx, holder?.id ?? '', until))
    expect(await countCopies(world.datasetId)).toMatchObject({ holders: 0 })
  })
})

describe('the other places of a dataset', () => {
  it('are ticked by maintainers for the newest release, which counts for every request before it', async () => {
    const { datasetId, maintainer, lead } = world
    const { token } = await decided(database, world, { kind: 'privacy', targets: `“${ROWS[9]?.text}”` })
    await publishNow(database, world)
    const place = {
      datasetId,
      name: 'The hub',
      kind: 'hugging_face',
      address: 'https://hub.example/d',
    } as const
    await expect(transact((tx) => addHost(tx, lead, place))).rejects.toMatchObject({ code: 'forbidden' })
    await transact((tx) => addHost(tx, maintainer, place))
    const [host] = await hostsOf(datasetId, await headOf())
    const doneOn = new Date().toISOString().slice(0, 10)
    const tick = { datasetId, hostId: host?.id ?? '', item: 'converted', doneOn } as const
    await transact((tx) => tickHost(tx, maintainer, tick))
    await transact((tx) => tickHost(tx, maintainer, tick))
    await expect(
      transact((tx) => tickHost(tx, maintainer, { ...tick, doneOn: '2020-01-01' })),
    ).rejects.toMatchObject({ code: 'invalid' })
    const view = await fulfilmentByLink(token)
    expect(view?.releases).toMatchObject([{ profile: 'world', done: true }])
    expect(view?.hosts[0]?.items.filter(({ doneOn: day }) => day !== null)).toEqual([
      { item: 'converted', doneOn },
    ])

    // A request that only a later release fulfils has nothing ticked yet.
    const later = await decided(database, world, { kind: 'privacy', targets: `“${ROWS[10]?.text}”` })
    await publishNow(database, world)
    const after = await fulfilmentByLink(later.token)
    expect(after?.hosts[0]?.items.every(({ doneOn: day }) => day === null)).toBe(true)

    const [decision] = view?.decisions ?? []
    const requestId = (await requestByLink(token)) ?? ''
    expect(await decisionProof(requestId, decision?.entryId ?? '')).toContain('c2sp.org/tlog-proof@v1')
    expect(await decisionProof(later.id, decision?.entryId ?? '')).toBeNull()
  })

  it('have a margin that two people cannot change at once without seeing it', async () => {
    const { datasetId, maintainer } = world
    await transact((tx) => setMargin(tx, maintainer, { datasetId, days: 5, opened: 2 }))
    await expect(
      transact((tx) => setMargin(tx, maintainer, { datasetId, days: 1, opened: 2 })),
    ).rejects.toMatchObject({ code: 'conflict' })
  })
})
