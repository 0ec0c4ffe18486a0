import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { transact } from '@/db/client'
import { blobPath } from '@/lib/blobs/store'
import { itemDigest } from '@/lib/datasets/digest'
import { drainPending } from '@/lib/log/sequencer'
import { publish } from '@/lib/releases/publish'
import { releaseByVersion } from '@/lib/releases/queries'
import { countedSources } from '@/lib/review/case-sources'
import { endSource, keepOut } from '@/lib/review/decide-sources'
import { override } from '@/lib/review/override'
import { recuse } from '@/lib/review/preferences'
import { type KeepOutInput, keepOutInput } from '@/lib/suppression/input'
import { loadSuppression } from '@/lib/suppression/match'
import { contest } from '@/lib/takedowns/appeal'
import { decideNamed } from '@/lib/takedowns/decide-named'
import { countExclusions, exclusionsOf } from '@/lib/takedowns/exclusions'
import { trackingView } from '@/lib/takedowns/tracking'
import { shownNow } from '@/tests/support/shown'
import { testDatabase } from '@/tests/support/database'
import { newMember } from './review-world'
import {
  askFor,
  casesOfRequest,
  decideCase,
  expectNowhereInClear,
  importRows,
  lastLetter,
  OPT_OUT,
  requestOf,
  runJobs,
  type TakedownWorld,
  takedownWorld,
  visitor,
} from './takedown-world'

const database = testDatabase()
let world: TakedownWorld

const ROWS = [
  { id: 'a1', text: 'Ana on boats.', url: 'https://forum.example/~ana/1', author: 'Ana' },
  { id: 'a2', text: 'Ana on pears.', url: 'https://forum.example/~ana/garden/2', author: '@ana' },
  { id: 'a3', text: 'Ana elsewhere.', url: 'https://other.example/9', author: 'ANA' },
  { id: 'b1', text: 'Anastasia on boats.', url: 'https://forum.example/~anastasia/1', author: 'Anastasia' },
  { id: 'c1', text: 'Cut from a book.', url: 'https://books.example/p/7', author: 'Carl' },
  { id: 'c2', text: 'Cut from the same book.', url: 'https://books.example/p/8', author: 'Carl' },
  { id: 'c3', text: 'A word of his own.', url: 'https://blog.example/1', author: 'Carl' },
]

beforeAll(async () => {
  world = await takedownWorld(database.db, ROWS)
  await database.admin.sql`update dataset set territories = '{eu,us}' where id = ${world.datasetId}`
})

const decide = (input: Partial<KeepOutInput>, who = world.maintainer) =>
  transact((tx) =>
    keepOut(tx, who, keepOutInput.parse({ datasetId: world.datasetId, intent: 'keep_out', ...input })),
  )

async function keptIds(profile?: string): Promise<string[]> {
  const view = await publish(
    world.maintainer,
    { datasetId: world.datasetId, profile },
    { sequence: drainPending },
  )
  const name = profile ? `${view.version}+${profile}` : view.version
  const release = await releaseByVersion(world.slug, name)
  const manifest = release?.files.find(({ path }) => path === 'data/manifest.csv')
  const lines = readFileSync(blobPath(Buffer.from(manifest?.sha256 ?? '', 'hex')), 'utf8')
    .trim()
    .split('\n')
  return lines.slice(1).map((line) => line.split(',')[2] ?? '')
}

const inForce = () => database.admin.sql<{ id: string; kind: string; territories: string[] | null }[]>`
  select id, kind, territories from suppression_rule
  where dataset_id = ${world.datasetId} and ended_at is null order by created_at`

describe('a maintainer keeps a source out', () => {
  it('after having seen how many rows come from there, which changes nothing', async () => {
    const count = (kind: KeepOutInput['kind'], value: string) =>
      decide({ intent: 'count', kind, value }).then(({ reach }) => reach?.rows[0])
    expect(await count('prefix', 'https://www.forum.example/%7Eana/*')).toBe(2)
    expect(await count('author', ' @Ana ')).toBe(3)
    expect(await count('domain', 'forum.example')).toBe(3)
    expect(await count('url', 'http://books.example/p/7#top')).toBe(1)
    expect(await count('source_id', 'c3')).toBe(1)
    expect(await count('digest', itemDigest(['Ana on boats.']).toString('hex'))).toBe(1)
    expect(await count('author', 'nobody')).toBe(0)
    expect(await inForce()).toEqual([])
  })

  it('for a reason of the policy, and nobody else does', async () => {
    const wanted = {
      kind: 'prefix',
      value: 'https://books.example/p/',
      reasonCode: 'copyright.reproduction',
    } as const
    for (const nobody of [world.reviewer, world.stranger, world.officer])
      await expect(decide(wanted, nobody)).rejects.toMatchObject({ code: 'forbidden' })
    await expect(decide({ ...wanted, reasonCode: '' })).rejects.toMatchObject({
      fields: { reasonCode: expect.anything() },
    })
    await expect(decide({ ...wanted, reasonCode: 'copyright.permitted' })).rejects.toMatchObject({
      code: 'invalid',
    })
    await expect(decide({ ...wanted, value: 'https://books.example/' })).rejects.toMatchObject({
      fields: { value: expect.anything() },
    })
    await expect(decide({ ...wanted, territories: ['mars'] })).rejects.toMatchObject({ code: 'invalid' })
    expect(await decide(wanted)).toMatchObject({ made: true, reach: { rows: [2] } })
    await expect(decide(wanted)).rejects.toMatchObject({ code: 'conflict' })
    expect(await countExclusions(world.datasetId)).toBe(1)
  })

  it('and the log has the decision and the rule, neither of which says what it is about', async () => {
    const entries = await database.admin.sql<{ body: Buffer }[]>`
      select body from log_pending where entry_id in (
        select entry_id from suppression_decision union select entry_id from suppression_rule)
      union all
      select body from log_entry where entry_id in (
        select entry_id from suppression_decision union select entry_id from suppression_rule)`
    expect(entries.map(({ body }) => JSON.parse(body.toString('utf8')).t).sort()).toEqual([
      'decision',
      'suppression',
    ])
    for (const { body } of entries) expect(body.toString('utf8')).not.toMatch(/books|copyright|prefix/)
  })

  it('and its rows are out of the next release, whatever they say', async () => {
    expect(await keptIds()).toEqual(['a1', 'a2', 'a3', 'b1', 'c3'])
  })

  it('in some places only, until a second decision says everywhere', async () => {
    const author = { kind: 'author', value: 'Anastasia', reasonCode: 'optout.own' } as const
    await decide({ ...author, territories: ['eu'] })
    expect(await keptIds('eu')).not.toContain('b1')
    expect(await keptIds('us')).toContain('b1')
    expect(await keptIds()).not.toContain('b1')
    await expect(decide({ ...author, territories: ['eu'] })).rejects.toMatchObject({ code: 'conflict' })
    await decide(author)
    expect((await inForce()).filter(({ kind }) => kind === 'author')).toMatchObject([{ territories: null }])
    expect(await keptIds('us')).not.toContain('b1')
  })

  it('and a row that comes with a later revision opens a case of that category, and is out', async () => {
    await importRows(world, [
      ...ROWS,
      { id: 'c9', text: 'Cut from the book again.', url: 'https://books.example/p/900', author: 'Dora' },
    ])
    const flags = await database.admin.sql<{ category: string; digest: string }[]>`
      select category, encode(digest, 'hex') as digest from flag
      where dataset_id = ${world.datasetId} and detector like 'rule:%' order by category`
    const again = itemDigest(['Cut from the book again.']).toString('hex')
    expect(flags).toContainEqual({ category: 'copyright', digest: again })
    expect(await keptIds()).toEqual(['a1', 'a2', 'a3', 'c3'])
  })
})

describe('an exclusion is ended by a decision', () => {
  it('of nobody who declared a conflict of interest in the dataset, and they make none either', async () => {
    const [rule] = await inForce()
    const before = await inForce()
    const refused = { code: 'forbidden', message: expect.stringMatching(/conflict of interest/) }
    for (const who of [world.lead, world.maintainer]) {
      await transact((tx) => recuse(tx, who.id, world.datasetId))
      const out = {
        kind: 'author',
        value: 'Dora',
        action: 'remove',
        reasonCode: 'copyright.reproduction',
      } as const
      await expect(decide(out, who)).rejects.toMatchObject(refused)
      const end = { datasetId: world.datasetId, ruleId: rule?.id ?? '', reasonCode: 'copyright.permitted' }
      await expect(transact((tx) => endSource(tx, who, end))).rejects.toMatchObject(refused)
      await database.admin.sql`delete from recusal where person_id = ${who.id}`
    }
    expect(await inForce()).toEqual(before)
  })

  it('for a reason that keeps, by whoever may make one', async () => {
    const [rule] = await inForce()
    const end = (reasonCode: string, who = world.lead) =>
      transact((tx) => endSource(tx, who, { datasetId: world.datasetId, ruleId: rule?.id ?? '', reasonCode }))
    await expect(end('copyright.permitted', world.reviewer)).rejects.toMatchObject({ code: 'forbidden' })
    await expect(end('copyright.reproduction')).rejects.toMatchObject({ code: 'invalid' })
    await expect(end('optout.unproven')).rejects.toMatchObject({ code: 'invalid' })
    await end('copyright.permitted')
    await expect(end('copyright.permitted')).rejects.toMatchObject({ code: 'conflict' })
    const [made] = await database.admin.sql`
      select d.action, d.reason_code from suppression_rule r
      join suppression_decision d on d.id = r.ended_by where r.id = ${rule?.id ?? ''}`
    expect(made).toEqual({ action: 'keep', reason_code: 'copyright.permitted' })
    expect(
      (await exclusionsOf(world.lead, world.datasetId)).find(({ id }) => id === rule?.id)?.endedAt,
    ).not.toBe(null)
  })

  it('and its rows come back, unless something else holds them', async () => {
    expect(await keptIds()).toEqual(['a1', 'a2', 'a3', 'c1', 'c2', 'c3', 'c9'])
  })
})

describe('a lead decides a case about where the item comes from', () => {
  const digest = itemDigest(['Cut from the book again.'])
  const caseOf = async () => {
    const [found] = await database.admin.sql<{ id: string; decision: string | null }[]>`
      select id, decision_id as decision from review_case
      where dataset_id = ${world.datasetId} and digest = ${digest} and category = 'copyright'`
    if (!found) throw new Error('no case')
    return found
  }
  const decideAbout = async (action: 'remove' | 'keep', reasonCode: string, source?: string) => {
    const { id: caseId, decision } = await caseOf()
    return transact(async (tx) =>
      override(tx, world.lead, {
        ...(await shownNow(tx, { datasetId: world.datasetId, caseId })),
        ...{ datasetId: world.datasetId, caseId, action, reasonCode, policyVersionId: world.policyId },
        ...{
          spans: [],
          passages: [],
          label: undefined,
          note: undefined,
          supersedes: decision,
          queue: '',
          source,
        },
      }),
    )
  }

  it('among its own sources, each with the rows it has in the newest revision', async () => {
    const sources = await countedSources(database.db, { datasetId: world.datasetId, digest })
    expect(sources).toEqual([
      { kind: 'source_id', value: 'c9', rows: 1 },
      { kind: 'url', value: 'books.example/p/900', rows: 1 },
      { kind: 'prefix', value: 'books.example/p/', rows: 3 },
      { kind: 'domain', value: 'books.example', rows: 3 },
      { kind: 'author', value: 'dora', rows: 1 },
    ])
    await expect(
      decideAbout('remove', 'copyright.reproduction', 'domain:other.example'),
    ).rejects.toMatchObject({
      code: 'invalid',
    })
    await expect(decideAbout('keep', 'copyright.permitted', 'domain:books.example')).rejects.toMatchObject({
      code: 'invalid',
    })
  })

  it('and all of them leave, of later revisions too', async () => {
    await decideAbout('remove', 'copyright.reproduction', 'domain:books.example')
    const [made] = await database.admin.sql`
      select scope, target from decision where id = ${(await caseOf()).decision ?? ''}`
    expect(made).toMatchObject({ scope: 'source', target: { kind: 'source', ruleIds: [expect.any(String)] } })
    expect(await keptIds()).toEqual(['a1', 'a2', 'a3', 'c3'])
    const suppression = await loadSuppression(database.db, world.datasetId)
    expect(suppression.matches({ digest, sourceId: null, url: 'https://www.books.example/x' })).toBe(true)
  })

  it('and a later decision about the text alone ends that rule, and takes the text', async () => {
    await decideAbout('remove', 'copyright.reproduction')
    expect((await inForce()).map(({ kind }) => kind)).not.toContain('domain')
    expect(await keptIds()).toEqual(['a1', 'a2', 'a3', 'c1', 'c2', 'c3'])
  })
})

describe('an opt-out', () => {
  it('of an author and of a path finds their rows, and its rules are about them', async () => {
    await askFor(database, world, { ...OPT_OUT, targets: 'author: ana\nhttps://forum.example/~ana/' })
    const { id } = await requestOf(database, world)
    const cases = await casesOfRequest(database, id)
    expect(cases.map(({ text }) => text).sort()).toEqual(['Ana elsewhere.', 'Ana on boats.', 'Ana on pears.'])
    for (const { id: caseId } of cases)
      await decideCase(database, world, { caseId, action: 'remove', reasonCode: 'optout.own' })
    const suppression = await loadSuppression(database.db, world.datasetId)
    const row = { digest: Buffer.alloc(32), sourceId: 'new' }
    expect(suppression.matches({ ...row, url: 'https://forum.example/~ana/new/1' })).toBe(true)
    expect(suppression.matches({ ...row, url: 'https://forum.example/~anastasia/2' })).toBe(false)
    expect(suppression.matches({ ...row, url: null, author: 'ana' })).toBe(true)
    expect(await keptIds()).toEqual(['c1', 'c2', 'c3'])
  })

  it('of what is not there yet waits for a lead, whose decision keeps it out of what is to come', async () => {
    const targets =
      'author: Zelda\nzelda.example\nhttps://forum.example/~zelda/\n"words that nobody has written here"'
    await askFor(database, world, { ...OPT_OUT, targets })
    const request = await requestOf(database, world)
    expect(request).toMatchObject({ status: 'under_review' })
    const decideNamedAs = (who: TakedownWorld['lead'], action: 'remove' | 'keep', reasonCode: string) =>
      transact((tx) => decideNamed(tx, who, { requestId: request.id, action, reasonCode }))
    for (const nobody of [world.maintainer, world.reviewer, world.stranger])
      await expect(decideNamedAs(nobody, 'remove', 'optout.own')).rejects.toMatchObject({ code: 'forbidden' })
    await expect(decideNamedAs(world.lead, 'remove', 'optout.unproven')).rejects.toMatchObject({
      code: 'invalid',
    })
    const before = (await inForce()).length
    await transact((tx) => recuse(tx, world.lead.id, world.datasetId))
    await expect(decideNamedAs(world.lead, 'remove', 'optout.own')).rejects.toMatchObject({
      ...{ code: 'forbidden', message: expect.stringMatching(/conflict of interest/) },
    })
    await database.admin.sql`delete from recusal where person_id = ${world.lead.id}`
    await decideNamedAs(world.lead, 'remove', 'optout.own')
    expect(await inForce()).toHaveLength(before + 3)
    await expect(decideNamedAs(world.lead, 'keep', 'optout.unproven')).rejects.toMatchObject({
      code: 'conflict',
    })
    await runJobs(database)
    expect(await requestOf(database, world)).toMatchObject({ status: 'actioned' })
    const { text } = await lastLetter(database, 'takedown-outcome')
    expect(text).toMatch(/nothing will: [^.]*\(policy version 1\)/)
    expect(text).toContain('This was not found in the latest revision.')
    await importRows(world, [
      ...ROWS,
      { id: 'z1', text: 'Zelda at last.', url: 'https://zelda.example/1', author: 'zelda' },
    ])
    expect(await keptIds()).not.toContain('z1')
    const rules = await exclusionsOf(world.lead, world.datasetId)
    expect(rules.filter((rule) => rule.request?.reference === request.reference)).toHaveLength(3)
  })

  it('of what is not there yet makes no rule when the lead is not convinced, and says why', async () => {
    await askFor(database, world, { ...OPT_OUT, targets: 'somebody-elses.example' })
    const request = await requestOf(database, world)
    const before = (await inForce()).length
    await transact((tx) =>
      decideNamed(tx, world.lead, { requestId: request.id, action: 'keep', reasonCode: 'optout.unproven' }),
    )
    await runJobs(database)
    expect(await inForce()).toHaveLength(before)
    expect(await requestOf(database, world)).toMatchObject({ status: 'no_action' })
    expect((await lastLetter(database, 'takedown-outcome')).text).toMatch(/Later revisions may have it: /)
  })

  it('that was not kept out is contested like any answer, and decided by another lead', async () => {
    const tracking = await askFor(database, world, { ...OPT_OUT, targets: 'my-own-place.example' })
    const { id: requestId } = await requestOf(database, world)
    const decideAs = (who: TakedownWorld['lead'], action: 'remove' | 'keep', reasonCode: string) =>
      transact((tx) => decideNamed(tx, who, { requestId, action, reasonCode }))
    await decideAs(world.lead, 'keep', 'optout.unproven')
    await runJobs(database)
    expect((await trackingView(tracking))?.mayContest).toBe(true)
    const grounds = 'The domain is mine, as its imprint says.'
    await transact((tx) => contest(tx, visitor, { token: tracking, grounds }))
    expect(await requestOf(database, world)).toMatchObject({ status: 'under_review' })
    await expectNowhereInClear(database, grounds)
    await expect(decideAs(world.lead, 'keep', 'optout.unproven')).rejects.toMatchObject({ code: 'forbidden' })
    const before = (await inForce()).length
    await decideAs(await newMember(world.db, [['lead', world.datasetId]]), 'remove', 'optout.own')
    await runJobs(database)
    expect(await requestOf(database, world)).toMatchObject({ status: 'actioned' })
    expect(await inForce()).toHaveLength(before + 1)
    expect((await lastLetter(database, 'takedown-outcome')).text).toMatch(/nothing will: /)
    expect((await trackingView(tracking))?.mayContest).toBe(false)
  })
})
