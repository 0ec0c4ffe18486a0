import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import { transact } from '@/db/client'
import { decision, flag } from '@/db/schema'
import type { Member } from '@/lib/auth/actor'
import { caseView } from '@/lib/review/case-view'
import { decide } from '@/lib/review/decide'
import { parseFilters } from '@/lib/review/filters'
import type { JudgedPassage } from '@/lib/review/judged'
import { decideInput, preferenceInput } from '@/lib/review/input'
import { preferencesOf, savePreferences } from '@/lib/review/preferences'
import { triagePage } from '@/lib/review/queries'
import { weighDetectors } from '@/lib/review/weigh-detectors'
import { testDatabase } from '../support/database'
import { flaggedItem, newMember, oneCase, reviewWorld, voteOn, type World } from './review-world'

const database = testDatabase()
let world: World
beforeAll(async () => {
  world = await reviewWorld(database.db)
})

let made = 0
/** An item in which a detector found two addresses: one is one, the other is a file name. */
async function twoFound(detector = 'email') {
  const text = `${++made}: write to anna@example.org, not to notes@2x.png 👩🏽‍⚕️.`
  const span = (part: string) => ({
    field: 'text',
    start: [...text.slice(0, text.indexOf(part))].length,
    end: [...text.slice(0, text.indexOf(part) + part.length)].length,
  })
  const right = span('anna@example.org')
  const wrong = span('notes@2x.png')
  const { digest } = await flaggedItem(world, text, [{ detector, spans: [right, wrong] }])
  const found = await oneCase(world, digest)
  const [raised] = await world.db.select({ id: flag.id }).from(flag).where(eq(flag.digest, digest))
  return {
    digest,
    found,
    right,
    wrong,
    text,
    span,
    flagId: raised?.id ?? '',
    vote: await voteOn(world, digest, found),
  }
}

const redact = (
  actor: Member,
  { vote, right }: Awaited<ReturnType<typeof twoFound>>,
  judged: JudgedPassage[],
  spans = [right],
) =>
  transact(
    (tx) => decide(tx, actor, { ...vote, action: 'redact', reasonCode: 'pii.contact', spans, judged }),
    world.db,
  )

async function decided(digest: Buffer) {
  const [row] = await world.db
    .select({ spans: decision.spans, judged: decision.judged })
    .from(decision)
    .where(eq(decision.digest, digest))
  return row
}

describe('what a reviewer says of single passages', () => {
  it('goes with the vote into the decision: what is rejected is not redacted, what is added is', async () => {
    const given = await twoFound()
    const { flagId, wrong, right, span } = given
    const nurse = span('👩🏽‍⚕️')
    const judged: JudgedPassage[] = [
      { verdict: 'wrong', flagId, ...wrong },
      { verdict: 'added', type: 'health', ...nurse },
    ]
    await redact(world.reviewer, given, judged, [right, nurse])
    expect(await decided(given.digest)).toEqual({ spans: [right, nurse], judged })
  })

  it('is refused when it names no passage that was found, a flag of another item, or a word of one’s own', async () => {
    const given = await twoFound()
    const other = await twoFound()
    const { wrong, flagId } = given
    const refused = async (judged: JudgedPassage) =>
      expect(redact(world.reviewer, given, [judged])).rejects.toThrow(/not among|not a type|outside/)
    await refused({ verdict: 'wrong', flagId, ...wrong, end: wrong.end + 1 })
    await refused({ verdict: 'wrong', flagId: other.flagId, ...wrong })
    await refused({ verdict: 'moved', flagId, ...wrong, to: { start: 0, end: 5_000 } })
    await refused({ verdict: 'added', type: 'anna of the third floor', ...wrong })
    expect(await decided(given.digest)).toBeUndefined()
  })

  it('holds in the decision only where all whose votes made it say it; redacted is what one of them marked', async () => {
    const given = await twoFound()
    await world.db.execute(`update review_case set quorum = 2, slots = 2 where id = '${given.found.id}'`)
    const third = await newMember(world.db, [['reviewer', world.datasetId]])
    const { flagId, wrong, right } = given
    const rejected: JudgedPassage = { verdict: 'wrong', flagId, ...wrong }
    await redact(third, given, [rejected])
    await redact(world.second, given, [], [right, wrong])
    expect(await decided(given.digest)).toEqual({ spans: [right, wrong], judged: [] })
  })

  it('redacts characters whole, with their accents and joined parts', async () => {
    const given = await twoFound()
    const nurse = given.span('👩🏽‍⚕️')
    const half = { field: 'text', start: nurse.start + 1, end: nurse.start + 2 }
    await redact(world.reviewer, given, [], [half])
    expect((await decided(given.digest))?.spans).toEqual([nurse])
  })

  it('counts against the detector by the share that was rejected', async () => {
    for (let n = 0; n < 4; n++) {
      const given = await twoFound('shelfmark')
      await redact(world.reviewer, given, [{ verdict: 'wrong', flagId: given.flagId, ...given.wrong }])
    }
    await transact((tx) => weighDetectors(tx, world.datasetId), world.db)
    const [weight] = await database.sql<{ judged: number; upheld: number }[]>`
      select judged, upheld from detector_weight where dataset_id = ${world.datasetId} and detector = 'shelfmark'`
    expect(weight).toEqual({ judged: 4, upheld: 2 })
  })

  it('survives the form and the seconds in which a vote is held', async () => {
    const { vote, flagId, wrong } = await twoFound()
    const lines = [
      `wrong:${flagId}:text:${wrong.start}:${wrong.end}\nmoved:${flagId}:3-9:text:1:2`,
      'added:date-of-birth:a:b:0:4',
    ]
    const parsed = decideInput.parse({ ...vote, judged: lines, spans: [], passages: [] })
    expect(parsed.judged).toEqual([
      { verdict: 'wrong', flagId, ...wrong },
      { verdict: 'moved', flagId, to: { start: 3, end: 9 }, field: 'text', start: 1, end: 2 },
      { verdict: 'added', type: 'date-of-birth', field: 'a:b', start: 0, end: 4 },
    ])
    expect(decideInput.safeParse({ ...vote, judged: ['wrong:me:text:1:2'] }).success).toBe(false)
  })
})

describe('a text that its dataset or its reader wants covered', () => {
  const settings = (viewing: object) =>
    database.sql`insert into review_settings (dataset_id, viewing) values (${world.datasetId}, ${JSON.stringify(viewing)}::text::jsonb)
      on conflict (dataset_id) do update set viewing = excluded.viewing`
  const kinds = async (actor: Member) => {
    const { rows } = await triagePage(actor, parseFilters({ dataset: world.slug, status: 'all' }))
    return [...new Set(rows.map(({ snippet }) => snippet.kind))]
  }
  const shape = async (actor: Member, caseId: string) => {
    const { protection, look } = await caseView(actor, world.slug, caseId)
    return { protection, ...look }
  }

  it('is so on its page and in the table; one’s own choice stands in place of the dataset’s', async () => {
    const { found } = await twoFound()
    expect(await kinds(world.second)).toEqual(['text'])
    await settings({ pii: ['cover', 'grey'], hate: ['blur'] })
    expect(await kinds(world.second)).toEqual(['covered'])
    const set = { protection: 'covered', blur: false, grey: true, small: false }
    expect(await shape(world.second, found.id)).toEqual(set)

    const chosen = preferenceInput.parse({
      categories: ['pii'],
      viewing: ['pii:small', 'hate:grey'],
      viewOwn: ['pii'],
    })
    await transact((tx) => savePreferences(tx, world.second, chosen), world.db)
    expect((await preferencesOf(world.second))?.viewing).toEqual({ pii: ['small'] })
    expect(await kinds(world.second)).toEqual(['text'])
    const own = { protection: 'masked', blur: false, grey: false, small: true }
    expect(await shape(world.second, found.id), 'what is masked stays masked').toEqual(own)
    expect(await shape(world.reviewer, found.id)).toEqual(set)
    await settings({})
  })
})
