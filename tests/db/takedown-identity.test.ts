import { createServer } from 'node:http'
import { beforeAll, describe, expect, it } from 'vitest'
import { askProof, openProof } from '@/lib/takedowns/ask-proof'
import { earlierOf, freeDuplicates, markDuplicate } from '@/lib/takedowns/duplicates'
import { type Look, lookAtPlace, recordName, recordValue } from '@/lib/takedowns/look-at-place'
import { addressesInRows } from '@/lib/takedowns/proof-options'
import { pagesNamed } from '@/lib/takedowns/proof-pages'
import { processView } from '@/lib/takedowns/process-view'
import { enterCode, seen, sendCode } from '@/lib/takedowns/prove'
import { reject } from '@/lib/takedowns/reject'
import { trackingView } from '@/lib/takedowns/tracking'
import { withdraw } from '@/lib/takedowns/withdraw'
import { testDatabase } from '@/tests/support/database'
import { listening } from '@/tests/support/listening'
import { statusOf } from './takedown-facts'
import {
  as,
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
  submit,
  type TakedownWorld,
  takedownWorld,
  visitor,
} from './takedown-world'

const database = testDatabase()
let world: TakedownWorld

const ADDRESS = 'wilma.flint@quarry.example'
const ROWS = [
  { id: 'a', text: `Write to ${ADDRESS} about the yellow house.`, url: 'https://yellow.example/house' },
  {
    id: 'b',
    text: 'Wilma Flint lives in the yellow house at the quarry.',
    url: 'https://blue.example/quarry',
  },
  { id: 'c', text: 'Fred Slate sells gravel from the back of his cart.', url: 'https://green.example/cart' },
  { id: 'd', text: 'A recipe for soup that nobody ever finished reading.', url: 'https://soup.example/1' },
  {
    ...{ id: 'e', text: 'My garden is all stones this year, and I like it so.', author: 'betty' },
    url: 'http://www.forum.example/u/betty/posts/1',
  },
  {
    ...{ id: 'f', text: 'The second bed of stones is coming along nicely now.', author: 'betty' },
    url: 'https://forum.example/u/betty/posts/2',
  },
  {
    ...{ id: 'g', text: 'Somebody else writes on the same host about bowling.', author: 'barney' },
    url: 'https://forum.example/u/barney/posts/1',
  },
  { id: 'h', text: 'Nobody knows where this was written, only by whom.', author: 'pebbles' },
]

const asked = {
  ...{ address: '', domain: '', page: '', other_page: '' },
  ...{ sole: undefined, doubt: undefined, note: undefined },
}

beforeAll(async () => {
  world = await takedownWorld(database.db, ROWS)
})

describe('a doubt about who asks', () => {
  let tracking: string
  let id: string

  const sentCode = async () => /^\d{6}$/m.exec((await lastLetter(database, 'takedown-code')).text)?.[0] ?? ''

  it('is settled by the address that stands in the row, which nobody is told', async () => {
    tracking = await askFor(database, world, { ...PRIVACY, targets: '"about the yellow house"' })
    ;({ id } = await requestOf(database, world))
    const [found] = await addressesInRows(world.db, { id, datasetId: world.datasetId })
    expect(found).toMatchObject({ address: ADDRESS, masked: 'w…@q….example' })
    const input = { ...asked, requestId: id, method: 'row_address' as const }
    await expect(
      as(world, askProof, world.lead, { ...input, address: 'else@where.example' }),
    ).rejects.toThrow(/does not stand/)
    await as(world, askProof, world.lead, { ...input, address: found?.of ?? '' })
    expect(await statusOf(database, id)).toBe('needs_identity')
    expect((await lastLetter(database, 'takedown-needs-identity')).text).not.toContain(ADDRESS)
    expect(JSON.stringify(await trackingView(tracking))).not.toContain(ADDRESS)
    await expectNowhereInClear(database, ADDRESS)
  })

  it('is not settled by guessing: three attempts for a code, five codes a day', async () => {
    for (let sent = 0; sent < 5; sent++) {
      await as(world, sendCode, visitor, { token: tracking })
      const right = await sentCode()
      const wrong = right === '000000' ? '000001' : '000000'
      for (const answer of ['wrong', 'wrong', 'over'])
        expect(await as(world, enterCode, visitor, { token: tracking, code: wrong })).toEqual({ answer })
      expect(await as(world, enterCode, visitor, { token: tracking, code: right })).toEqual({
        answer: 'over',
      })
    }
    await expect(as(world, sendCode, visitor, { token: tracking })).rejects.toThrow(/Five codes/)
    expect(await lettersOf(database, 'takedown-code')).toHaveLength(5)
    expect((await lastLetter(database, 'takedown-code')).to).toBe(ADDRESS)
    expect(await statusOf(database, id)).toBe('needs_identity')
  })

  it('counts attempts made at the same moment one after the other', async () => {
    await database.admin.sql`delete from rate_limit`
    await as(world, sendCode, visitor, { token: tracking })
    const right = await sentCode()
    const wrong = right === '111111' ? '111112' : '111111'
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => as(world, enterCode, visitor, { token: tracking, code: wrong })),
    )
    expect(answers.filter(({ answer }) => answer === 'wrong')).toHaveLength(2)
    expect(await as(world, enterCode, visitor, { token: tracking, code: right })).toEqual({ answer: 'over' })
  })

  it('does not take a code after ten minutes, and goes on with one in time', async () => {
    await as(world, sendCode, visitor, { token: tracking })
    const late = await sentCode()
    await database.admin.sql`update takedown_proof set expires_at = now() where request_id = ${id}`
    expect(await as(world, enterCode, visitor, { token: tracking, code: late })).toEqual({ answer: 'over' })
    await as(world, sendCode, visitor, { token: tracking })
    expect(await as(world, enterCode, visitor, { token: tracking, code: await sentCode() })).toEqual({
      answer: 'proven',
    })
    expect(await statusOf(database, id)).toBe('under_review')
    await expect(as(world, enterCode, visitor, { token: tracking, code: '123456' })).rejects.toThrow(/shown/)
  })

  it('never begins with a document, and keeps nothing of one', async () => {
    await askFor(database, world, { ...PRIVACY, targets: '"Write to"' })
    const request = await requestOf(database, world)
    const document = {
      ...asked,
      ...{ requestId: request.id, method: 'document' as const, doubt: 'mismatch' as const },
      note: 'By video, on Monday.',
    }
    await expect(as(world, askProof, world.lead, document)).rejects.toThrow(/lighter first/)
    await as(world, askProof, world.lead, { ...asked, requestId: request.id, method: 'contact' as const })
    await expect(as(world, askProof, world.lead, document), 'one at a time').rejects.toThrow()
    await database.admin.sql`update takedown_proof set state = 'failed' where request_id = ${request.id}`
    await expect(as(world, seen, world.lead, { requestId: request.id })).rejects.toThrow(/waited for/)
  })
})

describe('a letter', () => {
  it('is asked for with how to show it, and that it was seen is all that is kept', async () => {
    await askFor(database, world, {
      ...{ ...PRIVACY, relation: 'agent', authority: 'He asked me to, on Monday.' },
      targets: '"sells gravel"',
    })
    const { id: requestId } = await requestOf(database, world)
    const input = { ...asked, requestId, method: 'letter' as const }
    await expect(as(world, askProof, world.lead, input)).rejects.toThrow(/how they can show it/)
    await as(world, askProof, world.lead, { ...input, note: 'Show it on the telephone, on Monday.' })
    await expect(as(world, seen, world.maintainer, { requestId })).rejects.toThrow(/lead/)
    await as(world, seen, world.lead, { requestId })
    expect(await statusOf(database, requestId)).toBe('under_review')
    const [kept] = await database.admin
      .sql`select state, sealed, code_hash from takedown_proof where request_id = ${requestId}`
    expect(kept).toEqual({ state: 'proven', sealed: null, code_hash: null })
  })
})

describe('a domain', () => {
  it('shows that it is theirs by a record of its own, and by nothing else', async () => {
    await askFor(database, world, { ...OPT_OUT, targets: '*.green.example' })
    const request = await requestOf(database, world)
    const input = { ...asked, requestId: request.id, method: 'dns' as const }
    await expect(as(world, askProof, world.lead, { ...input, domain: 'blue.example' })).rejects.toThrow(
      /does not name/,
    )
    await as(world, askProof, world.lead, { ...input, domain: 'green.example' })
    const proof = await openProof(world.db, request.id)
    const token = proof?.place.token ?? ''
    expect(token).toHaveLength(43)
    const look = (records: string[][]) => ({
      read: () => Promise.reject(new Error('no file is looked at')),
      txt: (name: string) =>
        name === recordName('green.example')
          ? Promise.resolve(records)
          : Promise.reject(Object.assign(new Error(name), { code: 'ENOTFOUND' })),
    })
    for (const records of [[], [['v=spf1 -all']], [[recordValue(`${token}x`)]], [[token]]]) {
      await lookAtPlace(proof?.id ?? '', look(records))
      expect(await statusOf(database, request.id)).toBe('needs_identity')
    }
    // A long record comes in pieces.
    const value = recordValue(token)
    await lookAtPlace(proof?.id ?? '', look([['v=spf1 -all'], [value.slice(0, 10), value.slice(10)]]))
    expect(await statusOf(database, request.id)).toBe('under_review')
  })

  it('is never looked at inside our own network', async () => {
    let asks = 0
    const server = createServer((_request, response) => {
      asks += 1
      response.end('token')
    })
    await listening(server)
    await askFor(database, world, { ...OPT_OUT, targets: 'https://soup.example/1' })
    const request = await requestOf(database, world)
    await as(world, askProof, world.lead, {
      ...asked,
      requestId: request.id,
      method: 'well_known' as const,
      domain: 'soup.example',
    })
    const proof = await openProof(world.db, request.id)
    await lookAtPlace(proof?.id ?? '')
    const [after] = await database.admin
      .sql`select last_look, state from takedown_proof where id = ${proof?.id ?? ''}`
    expect(after).toEqual({ last_look: 'unreachable', state: 'open' })
    expect(asks).toBe(0)
    server.close()
  })
})

describe('a page or an account', () => {
  const ACCOUNT = 'https://forum.example/u/betty/'
  const last = async (id: string) => {
    const [row] = await database.admin.sql`
      select last_look, state from takedown_proof where request_id = ${id} order by created_at desc limit 1`
    return row
  }
  const showing = (text: string, url?: string): Look => ({
    read: (address) => Promise.resolve({ url: url ?? address, text }),
    txt: () => Promise.reject(new Error('no record is looked at')),
  })
  const askedFor = async (fields: Record<string, string>) => {
    const tracking = await askFor(database, world, fields)
    const request = await requestOf(database, world)
    const at = { id: request.id, datasetId: world.datasetId }
    const input = { ...asked, requestId: request.id, method: 'page' as const, sole: 'on' as const }
    return { tracking, request, at, input }
  }

  it('shows who asks by a text on that very page: not on another account of its host, nor behind a redirect', async () => {
    const { tracking, request, at, input } = await askedFor({ ...OPT_OUT, targets: 'author: betty' })
    expect(await pagesNamed(world.db, at)).toEqual([
      { address: ACCOUNT, tie: 'author', items: 2, of: 2 },
      { address: 'https://www.forum.example/u/betty/posts/1', tie: 'row', items: 1, of: 2 },
      { address: 'https://forum.example/u/betty/posts/2', tie: 'row', items: 1, of: 2 },
    ])
    await as(world, askProof, world.lead, { ...input, page: ACCOUNT })
    const proof = await openProof(world.db, request.id)
    const [id, token] = [proof?.id ?? '', proof?.place.token ?? '']
    expect(token).toMatch(/^winnow-[0-9a-f]{40}$/)
    const { standing } = (await trackingView(tracking)) ?? {}
    expect(standing?.proof).toMatchObject({ method: 'page', where: ACCOUNT, what: token })
    await expectNowhereInClear(database, token)

    const asks: string[] = []
    const others: Look = {
      read: (address) => {
        asks.push(address)
        return Promise.resolve({ url: address, text: address === ACCOUNT ? 'My stones.' : token })
      },
      txt: () => Promise.reject(new Error('no record is looked at')),
    }
    await lookAtPlace(id, others)
    expect(asks, 'nothing else is even asked for').toEqual([ACCOUNT])
    expect(await last(request.id)).toEqual({ last_look: 'absent', state: 'open' })
    for (const [look, why] of [
      [showing(token, 'https://forum.example/u/barney/'), 'elsewhere'],
      [showing(token, 'https://forum.example/u/betty/posts/2'), 'elsewhere'],
      [showing(token, 'https://forum.example/u/betty/?tab=notes'), 'elsewhere'],
      [showing(token, 'https://else.example/u/betty/'), 'elsewhere'],
      [showing(token, 'http://forum.example/u/betty/'), 'elsewhere'],
      [showing(`${token}0`), 'absent'],
      [showing(`winnow-${'0'.repeat(40)}`), 'different'],
      [showing(token.slice(0, -1)), 'absent'],
    ] as const) {
      await lookAtPlace(id, look)
      expect(await last(request.id)).toEqual({ last_look: why, state: 'open' })
      expect(await statusOf(database, request.id)).toBe('needs_identity')
    }
    const page = `<p>I like stones. <b>${token}</b>, and gravel.</p>`
    await lookAtPlace(id, showing(page, 'https://www.forum.example/u/betty'))
    expect(await statusOf(database, request.id)).toBe('under_review')
    const [event] = await database.admin.sql`
      select data from takedown_event where request_id = ${request.id} and type = 'needs_identity'`
    expect(event?.data).toEqual({ how: 'page', tie: 'author' })
  })

  it('is asked for by a person who looked at it: others may be able to write there', async () => {
    const { input, request } = await askedFor({ ...PRIVACY, targets: '"gravel from the back"' })
    const page = 'https://green.example/cart'
    await expect(as(world, askProof, world.lead, { ...input, page, sole: undefined })).rejects.toThrow(
      /nobody else can write/,
    )
    for (const bad of ['', 'no page', 'mailto:a@b.example', 'https://me:secret@green.example/cart'])
      await expect(as(world, askProof, world.lead, { ...input, page: bad })).rejects.toThrow(/web address/)
    await as(world, askProof, world.lead, { ...input, page, other_page: 'forum.example/u/fred' })
    const [event] = await database.admin.sql`
      select data from takedown_event where request_id = ${request.id} and type = 'needs_identity'`
    expect(event?.data, 'nothing but their word ties it to the rows').toEqual({ how: 'page', tie: 'staff' })
    expect((await openProof(world.db, request.id))?.place.page).toBe('https://forum.example/u/fred')
  })

  it('never begins with a document where somebody is known by an account, or a row by its page', async () => {
    for (const targets of ['"Nobody knows where this was written"', '"the same host about bowling"']) {
      const { request, input } = await askedFor({ ...PRIVACY, targets })
      const document = {
        ...input,
        method: 'document' as const,
        doubt: 'mismatch' as const,
        note: 'By video.',
      }
      const known = targets.includes('bowling')
      const answer = as(world, askProof, world.lead, document).then(
        () => 'asked',
        (error: Error) => error.message,
      )
      expect(await answer).toEqual(known ? expect.stringMatching(/lighter first/) : 'asked')
      expect(await statusOf(database, request.id)).toBe(known ? 'under_review' : 'needs_identity')
    }
    const { request, input } = await askedFor({ ...OPT_OUT, targets: 'author: pebbles' })
    const document = { ...input, method: 'document' as const, doubt: 'mismatch' as const, note: 'By video.' }
    await expect(as(world, askProof, world.lead, document)).rejects.toThrow(/never needed/)
    await as(world, askProof, world.lead, { ...input, other_page: 'https://forum.example/u/pebbles' })
    expect(await statusOf(database, request.id)).toBe('needs_identity')
  })

  it('is looked at by a person only after we could not read it, and the log says who did', async () => {
    const { request, input } = await askedFor({ ...OPT_OUT, targets: 'https://soup.example/1' })
    await as(world, askProof, world.lead, { ...input, page: 'https://soup.example/1' })
    const { id: requestId } = request
    await expect(as(world, seen, world.lead, { requestId })).rejects.toThrow(/waited for/)
    const proof = await openProof(world.db, requestId)
    await lookAtPlace(proof?.id ?? '', showing('This page is drawn by a program.'))
    await as(world, seen, world.lead, { requestId })
    expect(await statusOf(database, requestId)).toBe('under_review')
    const [event] = await database.admin.sql`
      select actor from takedown_event where request_id = ${requestId} and type = 'identity_proven'`
    expect(event?.actor).toBe(`member:${world.lead.id}`)
  })

  it('is offered to staff with what its requester chose, and with the page they name', async () => {
    const { at } = await askedFor({
      ...{ ...OPT_OUT, targets: 'author: pebbles' },
      ...{ proof: 'page', account: 'forum.example/u/pebbles' },
    })
    expect(await pagesNamed(world.db, at)).toEqual([
      { address: 'https://forum.example/u/pebbles', tie: 'said', items: 0, of: 1 },
    ])
    const handled = { kind: 'opt_out', right: null, status: 'under_review', restricted: false } as const
    const { proofs } = await processView({ ...at, ...handled, readsWho: true })
    expect(proofs).toMatchObject({ offered: { method: 'page' }, document: false })
  })
})

describe('two requests about the same', () => {
  const TARGETS = '"Wilma Flint lives in the yellow house"'

  it('each keep their own verification and their own answer, whoever was first', async () => {
    const attacker = await askFor(database, world, { ...PRIVACY, targets: TARGETS, name: 'Not Wilma' })
    const first = await requestOf(database, world)
    await askFor(database, world, { ...PRIVACY, targets: TARGETS, name: 'Wilma Flint' })
    const victim = await requestOf(database, world)
    const at = { id: victim.id, datasetId: world.datasetId, kind: 'privacy' as const }
    expect((await earlierOf(world.db, at)).map(({ id }) => id)).toEqual([first.id])
    await as(world, markDuplicate, world.lead, { requestId: victim.id, of: first.id })
    expect(await statusOf(database, victim.id)).toBe('duplicate')

    // Whoever was first is not who they say: the victim is free again, and was never less verified.
    await as(world, reject, world.lead, {
      requestId: first.id,
      reason: 'not_verified' as const,
      note: undefined,
    })
    await runJobs(database)
    expect(await statusOf(database, victim.id)).toBe('under_review')
    expect(await earlierOf(world.db, at), 'what was refused leads nobody').toEqual([])
    expect(attacker).toBeTruthy()

    const [found] = await casesOfRequest(database, victim.id)
    await decideCase(database, world, {
      caseId: found?.id ?? '',
      action: 'remove',
      reasonCode: 'pii.profile',
    })
    expect(await statusOf(database, victim.id)).toBe('actioned')
    expect(await statusOf(database, first.id)).toBe('rejected')
  })

  it('are decided at once, each with its own letter', async () => {
    await askFor(database, world, { ...PRIVACY, targets: '"gravel from the back"' })
    const one = await requestOf(database, world)
    await askFor(database, world, { ...PRIVACY, targets: '"gravel from the back"' })
    const two = await requestOf(database, world)
    await as(world, markDuplicate, world.lead, { requestId: two.id, of: one.id })
    const [found] = await casesOfRequest(database, one.id)
    await decideCase(database, world, { caseId: found?.id ?? '', action: 'keep', reasonCode: 'pii.not' })
    expect([await statusOf(database, one.id), await statusOf(database, two.id)]).toEqual([
      'no_action',
      'no_action',
    ])
    const outcomes = (await lettersOf(database, 'takedown-outcome')).slice(-2)
    expect(new Set(outcomes.map(({ letter }) => letter?.to)).size).toBe(2)
  })

  it('lets a victim’s own letter arrive, however often somebody else gave that address', async () => {
    const email = 'victim@people.example'
    const attacker = { kind: 'visitor' as const, network: 'a'.repeat(64) }
    for (let n = 0; n < 12; n++)
      await submit(world, { ...PRIVACY, targets: '"recipe for soup"', email }, attacker)
    const before = (await letters(database)).filter(({ letter }) => letter?.to === email).length
    expect(before, 'nobody’s mailbox is filled').toBeLessThanOrEqual(5)
    await submit(world, { ...PRIVACY, targets: '"recipe for soup"', email })
    expect((await letters(database)).filter(({ letter }) => letter?.to === email)).toHaveLength(before + 1)
    const rows = await database.admin.sql`
      select 1 from takedown_match m join takedown_request r on r.id = m.request_id where r.status = 'email_unverified'`
    expect(rows, 'what nobody confirmed asks about nothing').toHaveLength(0)
  })

  it('go their own way when the first is withdrawn', async () => {
    const tracking = await askFor(database, world, { ...PRIVACY, targets: '"nobody ever finished"' })
    const first = await requestOf(database, world)
    await askFor(database, world, { ...PRIVACY, targets: '"nobody ever finished"' })
    const second = await requestOf(database, world)
    await as(world, markDuplicate, world.lead, { requestId: second.id, of: first.id })
    await as(world, withdraw, visitor, { token: tracking, sure: 'on' as const })
    await freeDuplicates(first.id)
    expect(await statusOf(database, second.id)).toBe('under_review')
    await runJobs(database)
    expect(await statusOf(database, second.id), 'done once').toBe('under_review')
  })
})
