import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { GET as drawRoute } from '@/app/log/draws/[id]/route'
import { db, transact } from '@/db/client'
import { auditView, logOpening } from '@/db/schema'
import { announceDraw } from '@/lib/audit-draw/announce'
import { checkDraw } from '@/lib/audit-draw/check'
import { makeDraw } from '@/lib/audit-draw/draw'
import { exportDraw } from '@/lib/audit-draw/export'
import { hasOpened, openDrawn } from '@/lib/audit-draw/open'
import { auditLine, parseAuditLines } from '@/lib/audit-draw/openings-file'
import { formatDrawProof } from '@/lib/audit-draw/proof'
import { drawProofOf, drawView } from '@/lib/audit-draw/queries'
import type { Member } from '@/lib/auth/actor'
import { reader } from '@/lib/i18n/reader.mjs'
import { appendEntry, sealedIf } from '@/lib/log/append'
import { logIdentity } from '@/lib/log/identity'
import { drainPending } from '@/lib/log/sequencer'
import { witnesses } from '@/lib/log/witnesses'
import { witnessNewest } from '@/lib/log/witnessing'
import { openLog } from '@/lib/releases/remote-log'
import { forgetEnv } from '@/lib/runtime/env'
import { utf8 } from '@/lib/tlog/bytes'
import { override } from '@/lib/review/override'
import { shownNow } from '@/tests/support/shown'
import { testDatabase } from '../support/database'
import { servedLog, sourceOf } from '../support/served-log'
import { startWitness, type TestWitness } from '../support/witness'
import { aDecision, lead as someLead } from './log-fixtures'
import { emailClaim, flaggedItem, newMember, reviewWorld, type World } from './review-world'

const database = testDatabase()
let world: World
let auditor: Member
let witness: TestWitness

beforeAll(async () => {
  world = await reviewWorld(database.db)
  auditor = await newMember(database.db, [], ['auditor'])
  witness = await startWitness(logIdentity().vkey, 'witness.example', 3)
})
afterAll(async () => {
  await witness.close()
  watch(false)
})

function watch(on: boolean): void {
  if (on) process.env.WINNOW_WITNESSES = `${witness.vkey} ${witness.url}`
  else delete process.env.WINNOW_WITNESSES
  forgetEnv()
}

const announce = (actor: Member, k: number, dataset?: string) =>
  transact((tx) => announceDraw(tx, actor, { k, dataset }))
const make = (drawId: string) => transact((tx) => makeDraw(tx, drawId))

/** `count` decisions of the dataset, and one that is sealed. */
async function decide(count: number, dataset = world.slug): Promise<void> {
  await transact(async (tx) => {
    for (let i = 0; i < count; i++) await appendEntry(tx, someLead, aDecision(dataset))
    await appendEntry(tx, someLead, sealedIf(true, aDecision(dataset)))
  })
  await drainPending({ url: database.urls.sequencer })
}

/** The log as strangers have it: every entry, and what settled the draw. */
async function stranger(
  entryId: string,
  change: (served: Map<string, Uint8Array>) => void = () => undefined,
) {
  await drainPending({ url: database.urls.sequencer })
  const entries = await database.sql<{ body: Buffer }[]>`select body from log_entry order by idx`
  const { origin, signers, vkeys } = logIdentity()
  const served = servedLog(
    entries.map(({ body }) => body),
    { origin, signers },
  )
  const proof = await drawProofOf(entryId)
  if (proof) served.set(`draws/${entryId}`, utf8(formatDrawProof(proof)))
  change(served)
  const source = sourceOf(served)
  return { log: await openLog(source, 'the log', vkeys), source, vkeys, draw: entryId }
}

describe('a draw of a dataset, in a log without witnesses', () => {
  it('is announced, settled by the first checkpoint behind it, and computed again by strangers', async () => {
    watch(false)
    await decide(30)
    await decide(5, 'another-dataset')
    const { drawId, entryId, from, to, witness: by } = await announce(world.lead, 6, world.slug)
    expect({ from, by }).toEqual({ from: 0, by: null })
    expect(await make(drawId)).toBe(false)
    expect((await checkDraw(await stranger(entryId))).problems).toEqual([
      expect.stringContaining('not made yet'),
    ])
    expect(await make(drawId)).toBe(true)
    expect(await make(drawId)).toBe(true)

    const { draw, entries } = await drawView(drawId)
    expect(draw).toMatchObject({ k: 6, drawn: 6, made: { size: to + 1, among: 30 } })
    expect(entries.every(({ entry }) => entry.t === 'decision' && entry.dataset === world.slug)).toBe(true)
    const week = (draw.made?.dueAt.getTime() ?? 0) - (draw.made?.at.getTime() ?? 0)
    expect(Math.round(week / 86_400_000)).toBe(7)

    const report = await checkDraw(await stranger(entryId))
    expect(report).toMatchObject({ problems: [], settled: { witness: null, size: to + 1, among: 30 } })
    expect(report.drawn).toEqual(entries.map(({ index }) => index))
    expect((await checkDraw({ ...(await stranger(entryId)), draw: String(draw.announcedAt) })).drawn).toEqual(
      report.drawn,
    )
  })

  it('is a thing of programs at its address: what is not there is said in English, whoever asks', async () => {
    const params = Promise.resolve({ id: 'none' })
    const answer = await reader.run({ cookie: 'winnow-locale=de' }, () =>
      drawRoute(new Request('http://localhost/log/draws/none'), { params }),
    )
    expect(answer.status).toBe(404)
    expect(await answer.json()).toMatchObject({ error: { message: 'This draw was not found.' } })
  })

  it('goes on where the last one ended, and is refused when nothing was decided since', async () => {
    await expect(announce(world.lead, 3, world.slug)).rejects.toThrow(
      'Nothing was decided since the last draw.',
    )
    await decide(2)
    const { drawId, entryId } = await announce(auditor, 50, world.slug)
    await drainPending({ url: database.urls.sequencer })
    await make(drawId)
    expect((await drawView(drawId)).draw).toMatchObject({ drawn: 2, made: { among: 2 } })
    expect((await checkDraw(await stranger(entryId))).problems).toEqual([])
  })

  it('is announced by those who may: leads and maintainers of theirs, admins and auditors of all', async () => {
    await expect(announce(world.reviewer, 1, world.slug)).rejects.toThrow('Only leads and maintainers')
    await expect(announce(world.lead, 1)).rejects.toThrow('Only admins and auditors')
    await expect(announce(world.stranger, 1, world.slug)).rejects.toThrow('Only leads and maintainers')
    await expect(announce(auditor, 1, 'no-such-dataset')).rejects.toThrow('This dataset')
  })
})

describe('a draw of everything, in a log that is witnessed', () => {
  let drawId: string
  let entryId: string

  it('waits for its witness, and is settled by what that one signed', async () => {
    watch(true)
    await decide(4)
    ;({ drawId, entryId } = await announce(auditor, 1_000))
    await drainPending({ url: database.urls.sequencer })
    expect(await make(drawId)).toBe(false)
    const [configured] = witnesses()
    if (!configured) throw new Error('no witness')
    await witnessNewest(database.sequencer.sql, configured, new AbortController().signal)
    expect(await make(drawId)).toBe(true)
    const report = await checkDraw(await stranger(entryId))
    expect(report).toMatchObject({ problems: [], settled: { witness: 'witness.example' } })
    expect(report.drawn).toHaveLength(report.settled?.among ?? 0)
  })

  it('cannot be settled by another checkpoint afterwards, whoever signs it', async () => {
    const swapped = await stranger(entryId, (served) => {
      const proof = JSON.parse(Buffer.from(served.get(`draws/${entryId}`) ?? '').toString())
      const text = Buffer.from(served.get('checkpoint') ?? '').toString()
      served.set(`draws/${entryId}`, utf8(formatDrawProof({ ...proof, checkpoint: text })))
    })
    expect((await checkDraw(swapped)).problems.join()).toContain('has not signed it')
    const without = await stranger(entryId, (served) => {
      const proof = JSON.parse(Buffer.from(served.get(`draws/${entryId}`) ?? '').toString())
      served.set(`draws/${entryId}`, utf8(formatDrawProof({ ...proof, witness: null })))
    })
    expect((await checkDraw(without)).problems.join()).toContain(
      'not the one that the draw was announced with',
    )
  })

  it('is opened by auditors alone, entry by entry and on record', async () => {
    const { entries } = await drawView(drawId)
    const [first] = entries.filter(({ state }) => state === 'open')
    const index = first?.index ?? -1
    const open = (actor: Member, at = index) => transact((tx) => openDrawn(tx, actor, { drawId, index: at }))
    for (const other of [world.lead, world.officer, world.reviewer])
      await expect(open(other)).rejects.toThrow('Only an auditor')
    await expect(open(auditor, 1_000_000)).rejects.toThrow('This entry')
    expect(await hasOpened(db(), auditor, { drawId, index })).toBe(false)
    await open(auditor)
    await open(auditor)
    expect(await hasOpened(db(), auditor, { drawId, index })).toBe(true)
    const views = await db().select().from(auditView).where(eq(auditView.drawId, drawId))
    expect(views).toHaveLength(1)
    await expect(database.sql`delete from audit_view`).rejects.toThrow()
  })

  it('is taken along as a file that anybody may hold against the log; what is sealed or erased says so', async () => {
    const { entries } = await drawView(drawId)
    const [doomed] = entries.filter(({ state }) => state === 'open')
    if (!doomed) throw new Error('nothing to erase')
    await db().delete(logOpening).where(eq(logOpening.entryId, doomed.entry.id))
    await transact((tx) =>
      appendEntry(tx, someLead, {
        type: 'erasure',
        public: { of: doomed.entry.id },
        private: { basis: 'request' },
      }),
    )
    await expect(exportDraw(world.lead, drawId)).rejects.toThrow('Only an auditor')
    const openings = parseAuditLines(await exportDraw(auditor, drawId))
    const sealed = entries.filter(({ state }) => state === 'sealed').length
    expect(sealed).toBeGreaterThan(1)
    const asked = await stranger(entryId)
    expect(await checkDraw({ ...asked, openings })).toMatchObject({
      problems: [],
      openings: { opened: entries.length - sealed - 1, sealed, erased: 1, missing: [] },
    })

    const tampered = openings.map((line, i) =>
      'opening' in line && i === openings.findIndex((one) => 'opening' in one)
        ? {
            ...line,
            opening: { ...line.opening, value: { ...(line.opening.value as object), action: 'keep' } },
          }
        : line,
    )
    const again = parseAuditLines(tampered.map(auditLine).join(''))
    expect((await checkDraw({ ...asked, openings: again })).problems).toEqual([
      expect.stringContaining('is not what that entry commits to'),
      expect.stringContaining('lacks drawn entries'),
    ])
    expect((await checkDraw({ ...asked, openings: openings.slice(1) })).problems).toHaveLength(1)
    const lied = openings.map((line) =>
      'opening' in line
        ? { index: line.index, id: line.id, drawn: true as const, closed: 'erased' as const }
        : line,
    )
    expect((await checkDraw({ ...asked, openings: lied })).problems[0]).toContain('is said to be erased')
  })
})

it('takes the decision along that replaced a drawn one', async () => {
  watch(false)
  const text = 'Write to jo@example.org'
  const { cases } = await flaggedItem(world, text, [emailClaim(text, 'jo@example.org')])
  const caseId = cases[0]?.id ?? ''
  const decided = (action: 'keep' | 'remove', supersedes: string | null) =>
    transact(async (tx) =>
      override(tx, world.lead, {
        ...(await shownNow(tx, { datasetId: world.datasetId, caseId })),
        ...{
          datasetId: world.datasetId,
          caseId,
          action,
          reasonCode: action === 'keep' ? 'pii.not' : 'pii.contact',
          supersedes,
        },
        ...{
          policyVersionId: world.policyId,
          spans: [],
          passages: [],
          label: undefined,
          note: undefined,
          queue: '',
        },
      }),
    )
  const first = await decided('remove', null)
  await drainPending({ url: database.urls.sequencer })
  const { drawId, entryId } = await announce(world.lead, 10, world.slug)
  await drainPending({ url: database.urls.sequencer })
  await make(drawId)
  const { draw } = await drawView(drawId)
  expect(draw.drawn).toBeGreaterThan(0)
  await decided('keep', first.decisionId ?? null)
  const asked = await stranger(entryId)
  const openings = parseAuditLines(await exportDraw(auditor, drawId))
  expect(openings.filter(({ drawn }) => !drawn)).toHaveLength(1)
  expect((await checkDraw({ ...asked, openings })).problems).toEqual([])
})
