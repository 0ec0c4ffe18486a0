/** What is answered to who looks for one exact thing, and to who has proven something to be theirs: one world of rows for most of it. */
import { beforeAll, describe, expect, it } from 'vitest'
import { transact } from '@/db/client'
import { itemDigest } from '@/lib/datasets/digest'
import { countAttempt, withinLimit } from '@/lib/http/rate-limit'
import { drainPending } from '@/lib/log/sequencer'
import { holdsAddress } from '@/lib/lookup/continue-search'
import { lookupInput, proveInput, rowInput } from '@/lib/lookup/input'
import { lookUp, LOOKUP_LIMIT } from '@/lib/lookup/look-up'
import { askedFor } from '@/lib/lookup/sources'
import { isRowThere } from '@/lib/lookup/row-there'
import {
  beginSearch,
  forgetLookup,
  HOST_LIMIT,
  lookAtClaim,
  prove,
  PROVE_LIMIT,
  provenView,
} from '@/lib/lookup/prove'
import { openLetter } from '@/lib/mail/outbox'
import { paths } from '@/lib/paths'
import { publish } from '@/lib/releases/publish'
import type { Look } from '@/lib/takedowns/look-at-place'
import { testDatabase } from '@/tests/support/database'
import {
  agreeToAll,
  askFor,
  casesOfRequest,
  decideCase,
  expectNowhereInClear,
  lastLetter,
  letters,
  lettersOf,
  OPT_OUT,
  PRIVACY,
  requestOf,
  runJobs,
  type TakedownWorld,
  takedownWorld,
  visitor,
} from './takedown-world'

const database = testDatabase()
let world: TakedownWorld

const KEPT = 'Kept: a long walk along the quay with Ada Example and nobody else around.'
const GONE = 'Gone: the same author asked to have this one left out of all of it.'
const ROWS = [
  { id: 'k1', text: KEPT, url: 'https://walks.example/quay?utm_source=x' },
  { id: 'g1', text: GONE, url: 'https://walks.example/gone' },
  {
    id: 'm1',
    text: 'Write to ana@people.example when you have read all of this text.',
    url: 'https://walks.example/mail',
  },
  { id: 'm2', text: 'Write to diana@people.example when you have read it, please and thanks.', url: null },
].map(({ url, ...row }) => ({ ...row, ...(url ? { url } : {}) }))

beforeAll(async () => {
  world = await takedownWorld(database.db, ROWS)
  await askFor(database, world, { ...OPT_OUT, targets: 'https://walks.example/gone' })
  const [found] = await casesOfRequest(database, (await requestOf(database, world)).id)
  await decideCase(database, world, { caseId: found?.id ?? '', action: 'remove', reasonCode: 'optout.own' })
  await publish(world.maintainer, { datasetId: world.datasetId }, { sequence: drainPending })
})

type Asked = [what: string, value: string]

async function look(what: string, value: string, of = world) {
  const input = lookupInput.parse({ what, value })
  const { datasets, notes } = await transact((tx) => lookUp(tx, visitor, input), world.db)
  const own = datasets.find(({ slug }) => slug === of.slug)
  return { answer: own?.answer, told: own?.told, notes }
}

describe('looking for one exact thing', () => {
  it('is answered for the newest release, with what was searched and what was not', async () => {
    for (const [what, value] of [
      ['url', 'http://www.walks.example/quay#top'],
      ['id', 'k1'],
      ['digest', itemDigest([KEPT]).toString('hex')],
      ['text', KEPT],
    ] as const)
      expect(await look(what, value), what).toMatchObject({ answer: 'yes' })
    const { told, notes } = await look('id', 'k1')
    expect(told).toContain('1.0.0')
    expect(told).toContain('4')
    expect(notes.join(' ')).toContain('names')
  })

  it('finds the one row of an address that is left, however many before it are out', async () => {
    const url = 'https://threads.example/1'
    const thanks = 'Thanks to everybody in this thread, it has helped me a lot.'
    const thread = await takedownWorld(database.db, [
      ...Array.from({ length: 5_200 }, (_, n) => ({ id: `t${n}`, text: thanks, url })),
      { id: 'left', text: 'The one answer in this thread that nobody asked to have taken out.', url },
    ])
    await askFor(database, thread, { ...PRIVACY, targets: `"${thanks}"` })
    await agreeToAll(database, thread)
    const [found] = await casesOfRequest(database, (await requestOf(database, thread)).id)
    await decideCase(database, thread, {
      caseId: found?.id ?? '',
      action: 'remove',
      reasonCode: 'pii.contact',
    })
    await publish(thread.maintainer, { datasetId: thread.datasetId }, { sequence: drainPending })
    expect(await look('id', 't1', thread)).toMatchObject({ answer: 'no' })
    expect(await look('url', url, thread)).toMatchObject({ answer: 'yes' })
  })

  it('answers alike for what was left out and for what never was there', async () => {
    const pairs: [Asked, Asked][] = [
      [
        ['url', 'https://walks.example/gone'],
        ['url', 'https://walks.example/never'],
      ],
      [
        ['id', 'g1'],
        ['id', 'zz9'],
      ],
      [
        ['digest', itemDigest([GONE]).toString('hex')],
        ['digest', itemDigest(['never']).toString('hex')],
      ],
      [
        ['text', GONE],
        ['text', 'A text of more than eight words that nobody has ever written.'],
      ],
    ]
    for (const [gone, never] of pairs) {
      const answers = [await look(...gone), await look(...never)]
      expect(answers[0]).toEqual(answers[1])
      expect(answers[0]).toMatchObject({ answer: 'no' })
    }
  })

  it('is answered for the address of a row, too, in its own dataset alone, and never for the address of a case', async () => {
    const there = async (link: string) =>
      (await transact((tx) => isRowThere(tx, visitor, rowInput.parse({ link })), world.db)).told
    const at = (row: number) => paths.revisionRow(world.slug, 1, 'train.jsonl', row)
    const of = (text: string) => paths.item(world.slug, itemDigest([text]).toString('hex'))
    const [yes, no] = [await there(at(0)), await there(at(1))]
    expect(yes).toContain('it is in release 1.0.0')
    expect(await there(of(KEPT))).toBe(yes)
    expect(no, 'that it was taken out is told as what never was').toContain('not in release 1.0.0')
    for (const link of [of(GONE), of('never'), at(99), paths.revisionRow(world.slug, 9, 'train.jsonl', 0)])
      expect(await there(link), link).toBe(no)
    expect(await there(paths.item('no-such-dataset', itemDigest([KEPT]).toString('hex')))).toContain(
      'has been released yet',
    )
    const aCase = `/triage/${world.slug}/0b9f3a52-6b5c-4c6e-9f67-0e2f4d3c5b6a`
    for (const link of [aCase, '/datasets', 'https://elsewhere.example/'])
      expect(rowInput.safeParse({ link }).success, link).toBe(false)
  })

  it('is never a search for people: no names, no parts, no patterns', () => {
    for (const [what, value] of [
      ['text', 'Ada Example'],
      ['text', 'a long walk along the quay'],
      ['id', 'Ada Example'],
      ['id', 'ada'],
      ['id', 'ada@people.example1'],
      ['url', 'walks.example/*'],
      ['url', 'Ada Example'],
      ['digest', '00'.repeat(20)],
      ['name', 'Ada'],
    ])
      expect(lookupInput.safeParse({ what, value }).success, `${what} ${value}`).toBe(false)
  })

  it('is throttled: a list cannot be gone through', async () => {
    const network = 'a'.repeat(64)
    for (let i = 0; i < LOOKUP_LIMIT.max; i++) await countAttempt(LOOKUP_LIMIT, network)
    await expect(countAttempt(LOOKUP_LIMIT, network)).rejects.toMatchObject({ code: 'rate_limited' })
    await countAttempt(LOOKUP_LIMIT, 'b'.repeat(64))
  })
})

describe('looking for what is proven', () => {
  const claim = (kind: string, value: string) => proveInput.parse({ kind, value, mailbox: 'webmaster' })
  const link = (text: string) => /\/lookup\/proven\/([\w-]{43})\b/.exec(text)?.[1] ?? ''

  async function proven(kind: string, value: string) {
    await transact((tx) => prove(tx, visitor, claim(kind, value)), world.db)
    const letter = await lastLetter(database, 'lookup-link')
    const token = link(letter.text)
    return { letter, token }
  }

  it('tells the holder of the link how many rows there are, and only after the button', async () => {
    const { letter, token } = await proven('email', 'Ana@People.example')
    expect(letter.to).toBe('Ana@People.example')
    expect(await provenView(token)).toMatchObject({ state: 'sent', counts: [] })
    await runJobs(database)
    expect(await provenView(token)).toMatchObject({ state: 'sent' })
    await transact((tx) => beginSearch(tx, visitor, { token }), world.db)
    await runJobs(database)
    const view = await provenView(token)
    expect(view?.counts.find(({ dataset }) => dataset === world.slug)).toMatchObject({ rows: 1, of: 4 })
    await expectNowhereInClear(database, 'ana@people.example')
  })

  it('of a domain goes to a mailbox that only its owner has, and counts nothing that was left out', async () => {
    const { letter, token } = await proven('domain', 'Walks.example')
    expect(letter.to).toBe('webmaster@walks.example')
    await transact((tx) => beginSearch(tx, visitor, { token }), world.db)
    await runJobs(database)
    const view = await provenView(token)
    expect(view?.counts.find(({ dataset }) => dataset === world.slug)).toMatchObject({ rows: 2 })
  })

  it('says the same however many letters an address had', async () => {
    const count = async () => (await lettersOf(database, 'lookup-link')).length
    const before = await count()
    for (let i = 0; i < 5; i++)
      expect(
        await transact((tx) => prove(tx, visitor, claim('email', 'flood@people.example')), world.db),
      ).toEqual({
        sent: true,
      })
    expect((await count()) - before).toBe(3)
  })

  describe('of a page or an account', () => {
    const PAGE = 'https://walks.example/quay'
    const claimed = async (value: string) => {
      const done = await transact((tx) => prove(tx, visitor, claim('page', value)), world.db)
      if (!('token' in done)) throw new Error('a page is proven by no letter')
      const [row] = await database.admin.sql<{ id: string }[]>`
        select id from lookup_search order by created_at desc limit 1`
      return { token: done.token, id: row?.id ?? '' }
    }
    const mailed = async (kind: string, value: string) => ({
      token: (await proven(kind, value)).token,
      id: '',
    })
    const press = (token: string) => transact((tx) => beginSearch(tx, visitor, { token }), world.db)
    const showing = (text: string, url?: string): Look => ({
      read: (address) => Promise.resolve({ url: url ?? address, text }),
      txt: () => Promise.reject(new Error('no record is looked at')),
    })
    const jobs = async (task: string, id: string) => {
      const rows = await database.admin.sql`
        select 1 from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
        where t.identifier = ${task} and j.payload ->> 'searchId' = ${id}`
      return rows.length
    }

    /** What a press leaves to a job would call on the network here. */
    const dropLooks = () => database.admin.sql`
      delete from graphile_worker._private_jobs where task_id = (
        select id from graphile_worker._private_tasks where identifier = 'lookup.page')`

    it('counts what comes from it once its text stands there, for all to read, and nothing before', async () => {
      const before = (await lettersOf(database, 'lookup-link')).length
      const { token, id } = await claimed('http://walks.example/quay#top')
      const view = await provenView(token)
      expect(view).toMatchObject({ kind: 'page', state: 'sent', value: PAGE, lastLook: null, counts: [] })
      const shows = view?.shows ?? ''
      expect(shows).toMatch(/^winnow-[0-9a-f]{40}$/)
      await expectNowhereInClear(database, shows)
      await press(token)
      expect(await jobs('lookup.search', id), 'nothing is counted on a press alone').toBe(0)
      await press(token)
      expect(await jobs('lookup.page', id), 'pressed twice, it is looked at once').toBe(1)
      await dropLooks()
      for (const [look, why] of [
        [showing('A quay.'), 'absent'],
        [showing(`winnow-${'0'.repeat(40)}`), 'different'],
        [showing(shows, 'https://walks.example/gone'), 'elsewhere'],
        [showing(shows, 'http://walks.example/quay'), 'elsewhere'],
      ] as const) {
        await lookAtClaim(id, look)
        expect(await provenView(token)).toMatchObject({ state: 'sent', lastLook: why, counts: [] })
      }
      await lookAtClaim(id, showing(`<p>${shows}</p>`))
      expect(await provenView(token)).toMatchObject({ state: 'looking', shows: null })
      await runJobs(database)
      const after = await provenView(token)
      expect(after?.state).toBe('done')
      expect(after?.counts.find(({ dataset }) => dataset === world.slug)).toMatchObject({ rows: 1, of: 4 })
      expect(await lettersOf(database, 'lookup-link'), 'no letter goes anywhere').toHaveLength(before)
    })

    it('counts a whole host for who writes on its first page, and nothing that was left out', async () => {
      const { token, id } = await claimed('walks.example')
      await lookAtClaim(id, showing((await provenView(token))?.shows ?? ''))
      await runJobs(database)
      const view = await provenView(token)
      expect(view?.counts.find(({ dataset }) => dataset === world.slug)).toMatchObject({ rows: 2 })
    })

    describe('leads to a request', () => {
      let site: TakedownWorld
      const ADDRESSES = ['/', '/u/ana', '/u/ana/', '/u/ana/posts/1', '/u/ana?tab=2', '/u/anabel', '/u/ben']
      beforeAll(async () => {
        site = await takedownWorld(
          database.db,
          ADDRESSES.map((path, at) => ({
            ...{ id: `s${at}`, text: `Of a site, the text that stands at ${path} and nowhere else in it.` },
            url: `https://site.example${path}`,
          })),
        )
        await publish(site.maintainer, { datasetId: site.datasetId }, { sequence: drainPending })
      })
      /** Which of them a request finds. */
      const foundBy = async (form: object, targets: string) => {
        await askFor(database, site, { ...form, targets })
        const rows = await database.admin.sql<{ url: string }[]>`
          select distinct o.url from takedown_match m
          join occurrence o on o.dataset_id = m.dataset_id and o.digest = m.digest
          where m.request_id = ${(await requestOf(database, site)).id}`
        const paths = new Set(rows.map(({ url }) => url.slice('https://site.example'.length)))
        return ADDRESSES.filter((path) => paths.has(path))
      }
      const countedFor = async (token: string) =>
        (await provenView(token))?.counts.find(({ dataset }) => dataset === site.slug)?.rows

      it.each([
        ['page', 'https://site.example/u/ana', ['/u/ana', '/u/ana/', '/u/ana/posts/1', '/u/ana?tab=2']],
        ['page', 'https://site.example/u/ana/', ['/u/ana', '/u/ana/', '/u/ana/posts/1', '/u/ana?tab=2']],
        ['page', 'https://site.example/u/ana?tab=2', ['/u/ana?tab=2']],
        ['page', 'site.example', ADDRESSES],
        ['prefix', 'https://site.example/u/ana/', ['/u/ana', '/u/ana/', '/u/ana/posts/1', '/u/ana?tab=2']],
        ['domain', 'site.example', ADDRESSES],
      ])('of a %s, %s, to leave out as many rows as were counted', async (kind, value, expected) => {
        const { token, id } = await (kind === 'page' ? claimed(value) : mailed(kind, value))
        const view = await provenView(token)
        if (!view) throw new Error('a link that leads nowhere')
        if (view.shows === null) await press(token)
        else await lookAtClaim(id, showing(view.shows))
        await runJobs(database)
        expect(await countedFor(token)).toBe(expected.length)
        const { optOut, privacy } = askedFor(view)
        expect(await foundBy(OPT_OUT, optOut)).toEqual(expected)
        if (expected === ADDRESSES) expect(privacy, 'a whole host is no personal data').toBeNull()
        else if (privacy?.alone === false) expect(await foundBy(PRIVACY, privacy.targets)).toEqual(expected)
        else
          expect(await foundBy(PRIVACY, privacy?.targets ?? ''), 'the page, however it is written').toEqual([
            '/u/ana',
            '/u/ana/',
          ])
      })
    })

    it('is looked at through the guarded fetcher, which calls on no address of this network', async () => {
      const { token, id } = await claimed('https://localhost.localdomain/u/ana')
      await lookAtClaim(id)
      expect(await provenView(token)).toMatchObject({ state: 'sent', lastLook: 'unreachable' })
      for (const value of [
        'https://127.0.0.1/u/ana',
        'https://[::1]/',
        'https://a:b@walks.example/',
        'Ada Example',
      ])
        expect(proveInput.safeParse({ kind: 'page', value, mailbox: '' }).success, value).toBe(false)
    })

    it('is called on a few times a day, and its host no more often in an hour than is good for it, whoever asks', async () => {
      const calls: string[] = []
      const counting: Look = {
        ...showing(''),
        read: (url) => {
          calls.push(url)
          return Promise.resolve({ url, text: 'Nothing of it.' })
        },
      }
      const first = await claimed('https://calm.example/u/ana')
      for (let i = 0; i < 10; i++) await lookAtClaim(first.id, counting)
      expect(await provenView(first.token)).toMatchObject({ lastLook: 'absent' })
      await lookAtClaim(first.id, counting)
      expect(await provenView(first.token)).toMatchObject({ state: 'sent', lastLook: 'too_often' })
      expect(calls, 'the eleventh time nobody calls').toHaveLength(10)

      for (let n = 0; calls.length < HOST_LIMIT.max; n++) {
        const { id } = await claimed(`https://calm.example/u/${n}`)
        for (let i = 0; i < 10; i++) await lookAtClaim(id, counting)
      }
      const last = await claimed('https://calm.example/u/zoe')
      await lookAtClaim(last.id, counting)
      expect(await provenView(last.token)).toMatchObject({ state: 'sent', lastLook: 'too_often' })
      expect(calls).toHaveLength(HOST_LIMIT.max)
      expect(HOST_LIMIT.max / PROVE_LIMIT.max, 'it takes many networks').toBeGreaterThanOrEqual(12)
      const other = await claimed('https://lively.example/u/zoe')
      await lookAtClaim(other.id, counting)
      expect(await provenView(other.token), 'another host is looked at').toMatchObject({ lastLook: 'absent' })
    })

    it('uses up nothing by presses while it waits to be looked at, neither of its own nor of its host', async () => {
      const { token, id } = await claimed('https://pressed.example/u/ana')
      for (let i = 0; i < HOST_LIMIT.max + 1; i++) await press(token)
      expect(await jobs('lookup.page', id)).toBe(1)
      await dropLooks()
      const neighbour = await claimed('https://pressed.example/u/ben')
      for (const one of [{ token, id }, neighbour]) {
        await lookAtClaim(one.id, showing((await provenView(one.token))?.shows ?? ''))
        expect(await provenView(one.token)).toMatchObject({ state: 'looking' })
      }
      await runJobs(database)
    })

    it('is not refused when the letters of the day are used up', async () => {
      const limit = { name: 'lookup/prove-everybody', max: 500, windowSeconds: 86_400 }
      for (let i = 0; i <= limit.max; i++) await withinLimit(database.db, limit, 'everybody')
      const { token } = await claimed('https://late.example/u/ana')
      expect(await provenView(token)).toMatchObject({ state: 'sent' })
      const before = (await lettersOf(database, 'lookup-link')).length
      await transact((tx) => prove(tx, visitor, claim('email', 'late@people.example')), world.db)
      expect(await lettersOf(database, 'lookup-link')).toHaveLength(before)
      await database.admin.sql`delete from rate_limit`
    })
  })

  it('is forgotten with its key when its time is over', async () => {
    const { token } = await proven('prefix', 'https://walks.example/a/')
    const [row] = await database.admin.sql<
      { id: string }[]
    >`select id from lookup_search order by created_at desc limit 1`
    await transact((tx) => forgetLookup(tx, row?.id ?? ''), world.db)
    expect(await provenView(token)).toBeNull()
    await expect(transact((tx) => beginSearch(tx, visitor, { token }), world.db)).rejects.toMatchObject({
      code: 'not_found',
    })
  })

  it('leaves nothing of the mailbox behind: the letter goes with it, delivered or not, and what a server said of it', async () => {
    const { letter } = await proven('email', 'forget.me@people.example')
    expect(letter.to).toBe('forget.me@people.example')
    const [message] = await database.admin.sql<{ id: string; searchId: string; sealed: Buffer }[]>`
      select id, search_id as "searchId", sealed from mail_message where template = 'lookup-link' order by created_at desc limit 1`
    await database.admin.sql`
      update mail_message set state = 'failed', last_error = '550 no mailbox forget.me@people.example' where id = ${message?.id ?? ''}`
    await database.admin.sql`
      update graphile_worker._private_jobs set run_at = now() where payload ->> 'searchId' = ${message?.searchId ?? ''}`
    await runJobs(database)
    const left = await database.admin.sql<{ sealed: Buffer; error: string | null }[]>`
      select sealed, last_error as error from mail_message where id = ${message?.id ?? ''}`
    expect(left.map(({ error }) => error)).toEqual([null])
    expect(await openLetter(database.db, left[0]?.sealed ?? Buffer.alloc(0))).toBeNull()
    // Nor does a copy of the letter from before say anything: its key is gone.
    expect(await openLetter(database.db, message?.sealed ?? Buffer.alloc(0))).toBeNull()
    expect((await letters(database)).some(({ letter }) => letter?.to.includes('forget.me'))).toBe(false)
    await expectNowhereInClear(database, 'forget.me@people.example')
  })

  it('is the whole address, and no other that it is a part of', () => {
    const holds = holdsAddress('ana@people.example')
    expect(
      ['<ANA@people.example>', 'mailto:ana@people.example.', 'ana@people.example, bo'].every(holds),
    ).toBe(true)
    expect(
      ['diana@people.example', 'x.ana@people.example', 'ana@people.example.evil', 'ana@people.examples'].some(
        holds,
      ),
    ).toBe(false)
  })
})
