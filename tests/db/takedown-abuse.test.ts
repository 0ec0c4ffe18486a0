/** What somebody can try with the forms and links of takedowns, and what happens instead. The table in docs/takedowns.md leads here. */
import { randomBytes } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { transact, type Tx } from '@/db/client'
import type { Visitor } from '@/lib/auth/actor'
import { holderConfirmation, holderPage } from '@/lib/copies/queries'
import { beginSearch, provenView } from '@/lib/lookup/prove'
import { retractInput } from '@/lib/other-side/input'
import { retractByLink } from '@/lib/other-side/retract-verbs'
import { trackedOtherSide } from '@/lib/other-side/view'
import { receiveCall } from '@/lib/senders/call'
import { contest } from '@/lib/takedowns/appeal'
import { confirm } from '@/lib/takedowns/confirm'
import { giveInfo } from '@/lib/takedowns/give-info'
import { contestInput, linkAgainInput } from '@/lib/takedowns/input'
import { enterCode, lookNow, sendCode } from '@/lib/takedowns/prove'
import { sendLinkAgain } from '@/lib/takedowns/send-link-again'
import { confirmationState, trackingView } from '@/lib/takedowns/tracking'
import { withdraw } from '@/lib/takedowns/withdraw'
import { testDatabase } from '@/tests/support/database'
import { COUNTER, RETRACTION } from './other-side-world'
import {
  askFor,
  casesOfRequest,
  decideCase,
  lastLetter,
  letters,
  linkIn,
  OPT_OUT,
  press,
  PRIVACY,
  requestOf,
  runJobs,
  submit,
  type TakedownWorld,
  takedownWorld,
  visitor,
} from './takedown-world'
import { reportUrgently } from './urgent-world'

const database = testDatabase()
let world: TakedownWorld

beforeAll(async () => {
  world = await takedownWorld(
    database.db,
    Array.from({ length: 8 }, (_, n) => ({
      id: `r${n}`,
      text: `Row ${n} is about somebody else each time.`,
      url: `https://pages.example/${n}`,
    })),
  )
})

async function tables(): Promise<string[]> {
  const rows = await database.admin.sql<{ name: string }[]>`
    select table_schema || '.' || table_name as name from information_schema.tables
    where table_schema in ('public', 'graphile_worker') and table_type = 'BASE TABLE' order by 1`
  expect(rows.length).toBeGreaterThan(50)
  return rows.map(({ name }) => name)
}

/** How many rows each table has got by `work`. What is counted for limits is left out: an address is one row however often it comes. */
async function written(work: () => Promise<unknown>): Promise<Record<string, number>> {
  const names = (await tables()).filter((name) => name !== 'public.rate_limit')
  const count = async () => {
    const counts: [string, number][] = []
    for (const name of names) {
      const [row] = await database.admin.sql<{ n: number }[]>`
        select count(*)::int as n from ${database.admin.sql(name)}`
      counts.push([name, row?.n ?? 0])
    }
    return new Map(counts)
  }
  const before = await count()
  await work()
  const grown = [...(await count())].map(([name, n]) => [name, n - (before.get(name) ?? 0)] as const)
  return Object.fromEntries(grown.filter(([, n]) => n !== 0))
}

/** A fingerprint of everything in the database. */
async function everything(): Promise<Record<string, unknown>> {
  const found: Record<string, unknown> = {}
  for (const name of await tables()) {
    const [row] = await database.admin.sql`
      select md5(coalesce(string_agg(md5(t::text), '' order by md5(t::text)), '')) as md5
      from ${database.admin.sql(name)} t`
    found[name] = row?.md5
  }
  return found
}

/** A moment in which nothing was decided yet: the letter to confirm and the link in it. */
async function sent(fields: Record<string, string>) {
  await submit(world, fields)
  return linkIn((await lastLetter(database, 'takedown-confirm')).text, 'confirm')
}

describe('who goes through references, addresses and rows', () => {
  it('is answered alike and makes as much work, whether there is such a thing or not', async () => {
    await askFor(database, world, {
      ...OPT_OUT,
      email: 'known@people.example',
      targets: 'https://pages.example/0',
    })
    const { reference } = await requestOf(database, world)
    const pairs: [known: Record<string, string>, unknown: Record<string, string>][] = [
      [
        { ...PRIVACY, targets: 'row 1', email: 'known@people.example' },
        { ...PRIVACY, targets: 'row 1', email: 'nobody@people.example' },
      ],
      [
        { ...PRIVACY, targets: 'https://pages.example/1' },
        { ...PRIVACY, targets: 'https://pages.example/404' },
      ],
      [
        { ...COUNTER, reference, targets: 'row 1' },
        { ...COUNTER, reference: 'ZZZZ-ZZZZ', targets: 'row 1' },
      ],
    ]
    for (const [known, unknown] of pairs) {
      const answers: unknown[] = []
      const work = []
      for (const fields of [known, unknown])
        work.push(await written(async () => answers.push(await submit(world, fields))))
      expect(answers[0]).toEqual(answers[1])
      expect(work[0]).toEqual(work[1])
      expect(work[0]).toMatchObject({ 'public.takedown_request': 1, 'public.mail_message': 1 })
    }
  })

  it('finds every link that is none to be the same nothing, whatever it is made of', async () => {
    const confirmation = await sent({ ...PRIVACY, targets: 'row 2' })
    const tracking = await askFor(database, world, { ...PRIVACY, targets: 'row 3' })
    const { reference, id } = await requestOf(database, world)
    const made = [
      '',
      'x',
      'A'.repeat(43),
      'a\u0000b',
      "' or true --",
      '../..',
      '%00',
      '\ud800',
      reference,
      id,
    ]
    const random = randomBytes(32).toString('base64url')
    for (const token of [...made, random, confirmation]) {
      expect(await trackingView(token), token).toBeNull()
      expect(await trackedOtherSide(token), token).toBeNull()
    }
    for (const token of [...made, random, tracking])
      expect(await confirmationState(token), token).toBe('unknown')
    for (const token of [...made, random, tracking, confirmation]) {
      expect(await provenView(token), token).toBeNull()
      expect(await holderPage(token), token).toBeNull()
      expect(await holderConfirmation(token), token).toBe('unknown')
    }
  })

  it('does nothing by a link that is none: every verb refuses it in the same words', async () => {
    const refusals = new Set<string>()
    const all = { extent: 'whole', targets: [], sure: 'on' }
    const grounds = 'It was mine all the time.'
    const verbs: ((tx: Tx, who: Visitor, token: string) => Promise<unknown>)[] = [
      (tx, who, token) => confirm(tx, who, { token }),
      (tx, who, token) => withdraw(tx, who, { token, sure: 'on' }),
      (tx, who, token) => contest(tx, who, contestInput.parse({ token, grounds })),
      (tx, who, token) => giveInfo(tx, who, { token, name: 'Mallory' }),
      (tx, who, token) => sendCode(tx, who, { token }),
      (tx, who, token) => enterCode(tx, who, { token, code: '123456' }),
      (tx, who, token) => lookNow(tx, who, { token }),
      (tx, who, token) => beginSearch(tx, who, { token }),
      (tx, who, token) => retractByLink(tx, who, retractInput.parse({ ...all, token })),
    ]
    const before = await everything()
    for (const verb of verbs)
      for (const token of ['', randomBytes(32).toString('base64url'), 'a\u0000b'])
        await transact((tx) => verb(tx, visitor, token), world.db).catch((error: Error & { code?: string }) =>
          refusals.add(`${error.code}: ${error.message}`),
        )
    expect([...refusals]).toEqual([expect.stringMatching(/^not_found: /)])
    expect(await everything()).toEqual(before)
  })

  it('is stopped at sixty wrong tokens of a sender, and stops nobody else by it', async () => {
    const call = (network: string) =>
      receiveCall({
        authorization: `Bearer ${randomBytes(24).toString('base64url')}`,
        key: 'k'.repeat(10),
        body: {},
        network,
      })
    const [here, there] = ['1'.repeat(64), '2'.repeat(64)]
    for (let n = 0; n < 60; n++) await expect(call(here)).rejects.toMatchObject({ code: 'unauthenticated' })
    await expect(call(here)).rejects.toMatchObject({ code: 'rate_limited' })
    await expect(call(there)).rejects.toMatchObject({ code: 'unauthenticated' })
  })
})

describe('who opens a link that is somebody else’s to press', () => {
  it('changes nothing by looking, a hundred times or once', async () => {
    const confirmation = await sent({ ...PRIVACY, targets: 'row 4' })
    const before = await everything()
    for (let n = 0; n < 20; n++) {
      expect(await confirmationState(confirmation)).toBe('ready')
      await Promise.all([trackingView(confirmation), provenView(confirmation), holderPage(confirmation)])
    }
    expect(await everything()).toEqual(before)

    const { tracking } = await press(world, confirmation)
    await runJobs(database)
    const confirmed = await everything()
    for (let n = 0; n < 20; n++) await Promise.all([trackingView(tracking), trackedOtherSide(tracking)])
    expect(await everything()).toEqual(confirmed)
  })

  it('cannot press a used one again, and learns nothing from it', async () => {
    const confirmation = await sent({ ...PRIVACY, targets: 'row 5' })
    const { tracking } = await press(world, confirmation)
    expect(await confirmationState(confirmation)).toBe('used')
    const before = await everything()
    const refused = await press(world, confirmation).catch((error: unknown) => error)
    expect(refused).toMatchObject({ code: expect.any(String) })
    expect(JSON.stringify(refused) + String(refused)).not.toContain(tracking)
    expect(await everything()).toEqual(before)
  })
})

/** Ends of lines, HTML, templates, formulas, and characters that turn text around (CVE-2021-42574). */
const HOSTILE = [
  'MARKER\r\nBcc: all@people.example\r\nSubject: You have won',
  'MARKER\r\n.\r\nMAIL FROM:<x@y.example>',
  'MARKER <script>alert(1)</script><img src=x onerror=alert(1)>',
  'MARKER {{7*7}} ${7*7} <%= 7*7 %> #{7*7} {name}',
  'MARKER =HYPERLINK("http://evil.example","click")',
  'MARKER \u202eelpmaxe\u2066.evil\u2069 \u200bhidden\u0000\u0007 \u2028next',
]
const TURNS = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/

const OUR_LINK = /^http:\/\/localhost:3000\/takedowns\/(?:confirm|track)\/[\w-]{43}$/

describe('who writes more than words', () => {
  it.each(HOSTILE)(
    'gets %j into no subject and no address, and into a letter only as a quotation',
    async (text) => {
      const email = `hostile-${HOSTILE.indexOf(text)}@people.example`
      const from = (await letters(database)).length
      const words = { email, name: text, statement: text }
      await askFor(database, world, {
        ...{ ...PRIVACY, ...words, right: 'erasure', targets: `row 6\n“${text}”` },
      })
      const { id } = await requestOf(database, world)
      for (const { id: caseId } of await casesOfRequest(database, id))
        await decideCase(database, world, { caseId, action: 'keep', reasonCode: 'pii.not' })
      // Who takes back what never was is told in their own words which.
      const reference = text.slice(0, 20).padEnd(9, '.')
      await askFor(database, world, { ...RETRACTION, ...words, reference, extent: 'whole' })
      const made = (await letters(database)).slice(from)
      const templates = ['takedown-confirm', 'takedown-receipt', 'takedown-outcome', 'takedown-not-bound']
      expect(made.map(({ template }) => template)).toEqual(expect.arrayContaining(templates))
      expect(made.filter(({ letter }) => letter?.text.includes('\n> MARKER')).length).toBeGreaterThan(0)
      for (const { letter } of made) {
        expect(letter?.subject).not.toMatch(/MARKER|won|Bcc/)
        expect(letter?.subject).toMatch(/^[\p{L}\p{N} ,.:’'"-]+$/u)
        expect(letter?.to).toMatch(/^[^\s,;<>]+@[^\s,;<>]+$/)
        expect(letter?.text).not.toMatch(TURNS)
        // Our own links are made of random letters, which spell anything now and then.
        const lines = (letter?.text ?? '').split('\n').filter((line) => !OUR_LINK.test(line))
        const ours = lines.filter((line) => /MARKER|evil|won|alert/.test(line) && !line.startsWith('> '))
        expect(ours, 'every word of it stands behind a quotation mark').toEqual([])
      }
    },
  )
})

describe('who has lost the private link', () => {
  const again = (reference: string, email: string, network = '7'.repeat(64)) =>
    transact(
      (tx) => sendLinkAgain(tx, { ...visitor, network }, linkAgainInput.parse({ reference, email })),
      world.db,
    )
  const linksTo = async (email: string) =>
    (await letters(database)).filter(
      ({ template, letter }) => template === 'takedown-link' && letter?.to === email,
    )

  it('gets it again at the address with which they asked, and nobody else learns that there is such a request', async () => {
    const email = 'lost@people.example'
    await submit(world, { ...PRIVACY, email, targets: 'row 4' })
    const { reference } = await requestOf(database, world)
    expect(await again(reference, email), 'nobody has confirmed it').toEqual({ asked: true })
    const confirmation = linkIn((await lastLetter(database, 'takedown-confirm')).text, 'confirm')
    const { tracking } = await press(world, confirmation)
    await runJobs(database)
    const guesses = [
      [reference, 'somebody.else@people.example'],
      ['ZZZZ-ZZZZ', email],
      ['nothing', email],
    ] as const
    for (const [given, to] of guesses) expect(await again(given, to, '8'.repeat(64))).toEqual({ asked: true })
    expect((await letters(database)).filter(({ template }) => template === 'takedown-link')).toEqual([])

    expect(await again(` ${reference.toLowerCase().replace('-', ' ')}`, 'LOST@people.example')).toEqual({
      asked: true,
    })
    const [letter, ...more] = await linksTo(email)
    expect(more).toEqual([])
    expect(linkIn(letter?.letter?.text ?? '', 'track')).toBe(tracking)
    for (let n = 0; n < 8; n++) await again(reference, email)
    expect((await linksTo(email)).length, 'few letters a day').toBeLessThanOrEqual(5)
  })

  it('loses nothing by strangers who ask for it until no more is sent: a new request is confirmed as ever', async () => {
    const email = 'pestered@people.example'
    await submit(world, { ...PRIVACY, email, targets: 'row 4' })
    const { reference } = await requestOf(database, world)
    await press(world, linkIn((await lastLetter(database, 'takedown-confirm')).text, 'confirm'))
    for (let n = 0; n < 26; n++) await again(reference, email, `${n % 6}`.repeat(64))
    expect((await linksTo(email)).length, 'of all networks together').toBe(25)
    await submit(world, { ...PRIVACY, email, targets: 'row 5' })
    expect((await lastLetter(database, 'takedown-confirm')).to).toBe(email)
    const sent = (await letters(database)).filter(({ letter }) => letter?.to === email)
    expect(sent.filter(({ template }) => template === 'takedown-confirm')).toHaveLength(2)
  })

  it('of a report that nobody else may know of gets a letter that says nothing of it', async () => {
    const email = 'quiet@people.example'
    const { id } = await reportUrgently(database, world, {
      ...{ about: 'child', attestation: 'urgent_child-1', targets: 'row 5', email },
    })
    const [request] = await database.admin.sql<{ reference: string }[]>`
      select reference from takedown_request where id = ${id}`
    await again(request?.reference ?? '', email)
    const sent = (await letters(database)).filter(({ letter }) => letter?.to === email)
    expect(sent.map(({ template }) => template)).toEqual(['takedown-quiet', 'takedown-quiet'])
  })
})
