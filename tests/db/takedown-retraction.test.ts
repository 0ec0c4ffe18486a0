import { beforeEach, describe, expect, it } from 'vitest'
import { transact } from '@/db/client'
import { raiseFlags } from '@/lib/flags/raise-flags'
import { testDatabase } from '@/tests/support/database'
import { COPYRIGHT, decidedAbout, followed, quotes, REMOVE, RETRACTION, takeBack } from './other-side-world'
import { statusOf } from './takedown-facts'
import {
  askFor,
  lastLetter,
  lettersOf,
  logged,
  OPT_OUT,
  requestOf,
  type TakedownWorld,
  takedownWorld,
} from './takedown-world'

const database = testDatabase()
let world: TakedownWorld

const POEMS = [
  'One: the pear tree at the gate.',
  'Two: the gate under the pear tree.',
  'Three: nobody at the gate.',
]
const rowsOf = (texts: readonly string[]) =>
  texts.map((text, i) => ({
    id: `p${i}`,
    text,
    url: `https://poems.example/p/${i}`,
    author: `poet-${i % 2}`,
  }))

beforeEach(async () => {
  world = await takedownWorld(database.db, rowsOf(POEMS))
})

const facts = async () => {
  const [row] = await database.admin.sql<{ retractions: number; reversals: number; decisions: number }[]>`
    select (select count(*)::int from takedown_retraction t join takedown_request r on r.id = t.request_id where r.dataset_id = ${world.datasetId}) as retractions,
           (select count(*)::int from takedown_reversal where dataset_id = ${world.datasetId}) as reversals,
           (select count(*)::int from decision where dataset_id = ${world.datasetId}) as decisions`
  return row
}

describe('a request that is taken back', () => {
  it('puts back exactly what it removed, says so to everybody, and does nothing the second time', async () => {
    const request = await followed(database, world, { ...COPYRIGHT, targets: quotes(POEMS) }, [REMOVE])
    const other = await followed(database, world, { ...COPYRIGHT, targets: quotes(POEMS.slice(2)) }, [REMOVE])
    expect(await statusOf(database, request.id)).toBe('actioned')
    const before = await facts()

    expect(await takeBack(world, request, 'whole')).toEqual({ whole: true })
    expect(await statusOf(database, request.id)).toBe('retracted')
    expect(await statusOf(database, other.id), 'somebody else’s request').toBe('actioned')
    expect(await decidedAbout(database, request.id)).toEqual({
      [POEMS[0] ?? '']: 'keep',
      [POEMS[1] ?? '']: 'keep',
      [POEMS[2] ?? '']: 'remove',
    })
    const letter = await lastLetter(database, 'takedown-retracted')
    expect(letter.text).toContain('2 items are as they were')
    expect(letter.text).toContain('somebody else asks for that too')
    expect((await lastLetter(database, 'takedown-other-side')).text).toContain('taken back')
    expect(await logged(database, world)).toContain('takedown:retracted')

    const after = await facts()
    expect(after).toEqual({ retractions: 1, reversals: 2, decisions: (before?.decisions ?? 0) + 2 })
    await expect(takeBack(world, request, 'whole')).rejects.toMatchObject({ code: 'conflict' })
    expect(await facts()).toEqual(after)
  })

  it('takes back a part and leaves the rest; all except what is marked is the other way round', async () => {
    const request = await followed(database, world, { ...COPYRIGHT, targets: quotes(POEMS) }, [REMOVE])
    expect(await takeBack(world, request, 'part', [POEMS[0] ?? ''])).toEqual({ whole: false })
    expect(await statusOf(database, request.id)).toBe('actioned')
    expect(Object.values(await decidedAbout(database, request.id)).sort()).toEqual([
      'keep',
      'remove',
      'remove',
    ])
    await expect(takeBack(world, request, 'part', [POEMS[0] ?? ''])).rejects.toMatchObject({
      code: 'conflict',
    })

    expect(await takeBack(world, request, 'except', [POEMS[2] ?? ''])).toEqual({ whole: false })
    expect(await decidedAbout(database, request.id)).toMatchObject({ [POEMS[2] ?? '']: 'remove' })
    expect((await facts())?.reversals).toBe(2)
    expect(await takeBack(world, request, 'part', [POEMS[2] ?? '']), 'nothing is left of it').toEqual({
      whole: true,
    })
    expect(await statusOf(database, request.id)).toBe('retracted')
  })

  it('leaves what was decided before it came, and what a finding of our own is about as well', async () => {
    await followed(database, world, { ...COPYRIGHT, targets: quotes(POEMS.slice(0, 1)) }, [REMOVE])
    await transact(async (tx) => {
      const [found] = await database.admin.sql<{ digest: Buffer }[]>`
        select digest from occurrence where dataset_id = ${world.datasetId} and source_id = 'p1'`
      if (found)
        await raiseFlags(tx, world.datasetId, [
          {
            ...{
              digest: found.digest,
              source: 'import',
              detector: 'publisher',
              category: 'copyright',
              type: 'work',
            },
            ...{ score: 1, severity: 2, spans: [] },
          },
        ])
    }, world.db)
    const request = await followed(database, world, { ...COPYRIGHT, targets: quotes(POEMS) }, [REMOVE])
    await takeBack(world, request, 'whole')
    const decided = await decidedAbout(database, request.id)
    expect(decided[POEMS[0] ?? '']).toBe('remove')
    expect(decided[POEMS[2] ?? '']).toBe('keep')
  })

  it('ends the standing rules it made, and spares those that somebody else asked for as well', async () => {
    const targets = 'author: poet-0\nauthor: poet-1'
    const mine = await followed(database, world, { ...OPT_OUT, targets }, [['remove', 'optout.own']])
    const tracking = await askFor(database, world, { ...OPT_OUT, targets: 'author: poet-1' })
    const theirs = await requestOf(database, world)
    expect(theirs.status).toBe('actioned')
    const inForce = async () =>
      (
        await database.admin.sql<{ n: number }[]>`
          select count(*)::int as n from suppression_rule where dataset_id = ${world.datasetId} and ended_at is null and kind = 'author'`
      )[0]?.n
    expect(await inForce()).toBe(2)
    // Opened again for something else of it, and asked who they are: what was followed is theirs all the same.
    const stands = (status: string) =>
      database.admin.sql`update takedown_request set status = ${status} where id = ${theirs.id}`
    await stands('needs_identity')
    await takeBack(world, mine, 'whole')
    expect(await inForce()).toBe(1)
    await stands('actioned')
    // It was made for the first of them, and rests on the second alone now.
    await takeBack(world, { ...theirs, tracking, email: '' }, 'whole')
    expect(await inForce()).toBe(0)
  })
})

describe('a letter that takes a request back', () => {
  const send = async (fields: Record<string, string>) => {
    await askFor(database, world, { ...RETRACTION, ...fields })
    return requestOf(database, world)
  }

  it('counts from the same address only, and from another one is answered as if there were no such request', async () => {
    const request = await followed(database, world, { ...COPYRIGHT, targets: quotes(POEMS) }, [REMOVE])
    const stranger = await send({ reference: request.reference, extent: 'whole' })
    expect(stranger.status).toBe('no_match')
    const refused = (await lastLetter(database, 'takedown-not-bound')).text
    const unknown = await send({ reference: 'ZZZZ-ZZZZ', extent: 'whole' })
    expect(unknown.status).toBe('no_match')
    expect(
      (await lastLetter(database, 'takedown-not-bound')).text
        .replaceAll('ZZZZ-ZZZZ', request.reference)
        .split('http')[0],
    ).toBe(refused.split('http')[0])
    expect(await statusOf(database, request.id)).toBe('actioned')

    const own = await send({
      reference: request.reference.toLowerCase(),
      extent: 'whole',
      email: request.email,
    })
    expect(own.status).toBe('actioned')
    expect(await statusOf(database, request.id)).toBe('retracted')
  })

  it('takes back all except what it lists, however that is written, and names what was never asked for', async () => {
    const request = await followed(database, world, { ...COPYRIGHT, targets: quotes(POEMS) }, [REMOVE])
    const letter = await send({
      reference: request.reference,
      extent: 'part',
      email: request.email,
      targets: 'https://poems.example/p/1\nhttps://poems.example/p/77',
    })
    expect(letter.status, 'one line of it meant nothing').toBe('partially_actioned')
    expect(await decidedAbout(database, request.id)).toMatchObject({
      [POEMS[1] ?? '']: 'keep',
      [POEMS[0] ?? '']: 'remove',
    })
    expect((await lastLetter(database, 'takedown-retracted')).text).toContain('> https://poems.example/p/77')
    const links = await database.admin.sql`select kind from takedown_link where of_request_id = ${request.id}`
    expect(links).toEqual([{ kind: 'retracts' }])
  })

  it('withdraws what is not decided yet', async () => {
    const email = 'undecided@people.example'
    await askFor(database, world, { ...COPYRIGHT, targets: quotes(POEMS), email })
    const open = await requestOf(database, world)
    await send({ reference: open.reference, extent: 'whole', email })
    expect(await statusOf(database, open.id)).toBe('withdrawn')
    expect(await lettersOf(database, 'takedown-withdrawn')).not.toEqual([])
  })
})
