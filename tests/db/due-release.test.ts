import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { transact } from '@/db/client'
import { publishWhatIsDue } from '@/lib/fulfilment/due-release'
import { releaseByVersion, releasesOf } from '@/lib/releases/queries'
import { root } from '@/lib/runtime/root'
import { contest } from '@/lib/takedowns/appeal'
import { decideNamed } from '@/lib/takedowns/decide-named'
import { hold, resume } from '@/lib/takedowns/hold'
import { contestInput } from '@/lib/takedowns/input'
import { holdInput } from '@/lib/takedowns/process-input'
import { testDatabase } from '@/tests/support/database'
import { program } from '../support/program'
import { decided, publishNow, runReleaseJobs } from './fulfilment-world'
import { statusOf } from './takedown-facts'
import {
  askFor,
  casesOfRequest,
  decideCase,
  importRows,
  lettersOf,
  OPT_OUT,
  PRIVACY,
  requestOf,
  type TakedownWorld,
  takedownWorld,
  visitor,
} from './takedown-world'

const database = testDatabase()
vi.setConfig({ testTimeout: 60_000 })
let world: TakedownWorld
let row = 0

const DAY = 86_400_000
const ROWS = Array.from({ length: 40 }, (_, i) => ({ id: `r${i}`, text: `Row number ${i} of the due ones.` }))

/** A request with a removal decided, due so many days from now. */
async function promised(days: number) {
  const { id } = await decided(database, world, { kind: 'privacy', targets: `“${ROWS[row++]?.text}”` })
  await database.admin.sql`
    update release_promise set due_at = now() + make_interval(secs => ${days * 86_400}) where request_id = ${id}`
  return id
}

const due = (profile = 'world', now = new Date()) =>
  transact((tx) => publishWhatIsDue(tx, { datasetId: world.datasetId, profile }, now))

/** What there is to read of one kind. */
const told = async (template: string) =>
  (await lettersOf(database, template)).flatMap(({ letter }) => letter ?? [])

const versions = async () => (await releasesOf(world.datasetId)).map(({ version }) => version)

beforeAll(async () => {
  world = await takedownWorld(database.db, ROWS)
})
beforeEach(() => runReleaseJobs(database, { byItself: false }))

describe('a removal that is due', () => {
  it('where nothing was published before is refused with the reason, told once', async () => {
    await promised(1)
    expect(await due()).toEqual({ step: 'refused', reason: 'no_release' })
    expect(await due()).toEqual({ step: 'refused', reason: 'no_release' })
    const [letter, ...more] = await told('release-refused')
    expect(more).toEqual([])
    expect(letter?.text.replace(/\s+/g, ' ')).toContain('Nothing was published before')
    await publishNow(database, world)
    expect(await due()).toEqual({ step: 'nothing' })
  })

  it('later waits until the day before the margin, is announced then once, and published in time', async () => {
    const id = await promised(10)
    const at = (days: number) => due('world', new Date(Date.now() + days * DAY))
    expect(await at(0)).toMatchObject({ step: 'waits' })
    expect(await told('release-due')).toEqual([])
    expect(await at(7.5)).toMatchObject({ step: 'waits' })
    expect(await at(7.6)).toMatchObject({ step: 'waits' })
    expect(await told('release-due')).toHaveLength(1)
    expect(await at(8.1)).toMatchObject({ step: 'staged', version: '2.0.0' })
    // Staged: whoever asks meanwhile waits for it.
    expect(await at(8.2)).toMatchObject({ step: 'waits' })
    await runReleaseJobs(database)
    expect(await statusOf(database, id)).toBe('closed')
    expect(await versions()).toEqual(['2.0.0', '1.0.0'])
    const [made, ...more] = await told('release-made')
    expect(more).toEqual([])
    expect(made?.text).toContain('It closed 1 request.')
    expect(await at(8.3)).toEqual({ step: 'nothing' })
  })

  it('is published by itself from the queue, by nobody but the product, and only takes away', async () => {
    await importRows(world, [...ROWS, { id: 'new', text: 'A row that nobody has published yet.' }])
    const id = await promised(1)
    await runReleaseJobs(database)
    expect(await statusOf(database, id)).toBe('closed')
    const release = await releaseByVersion(world.slug, '3.0.0')
    expect(release).toMatchObject({ createdBy: 'system:due-release', revisionNumber: 1 })
    expect(release?.rows).toMatchObject({ in: 40, removed: 3 })
  })

  it('asked for by two jobs at once is one release', async () => {
    await promised(1)
    const steps = await Promise.all([due(), due(), due()])
    expect(steps.map(({ step }) => step).sort()).toEqual(['staged', 'waits', 'waits'])
    await runReleaseJobs(database)
    expect(await versions()).toEqual(['4.0.0', '3.0.0', '2.0.0', '1.0.0'])
  })

  it('waits for an import with a reason, and not beyond half a day before it is due', async () => {
    const id = await promised(1)
    await database.admin.sql`
      insert into revision (dataset_id, number, files_digest, state) values (${world.datasetId}, 99, '\\x01', 'importing')`
    expect(await due()).toEqual({ step: 'refused', reason: 'importing' })
    expect((await told('release-refused')).at(-1)?.text).toContain('being read in')
    expect(await due('world', new Date(Date.now() + 0.6 * DAY))).toMatchObject({
      step: 'staged',
      version: '5.0.0',
    })
    await database.admin.sql`delete from revision where dataset_id = ${world.datasetId} and number = 99`
    await runReleaseJobs(database)
    expect(await statusOf(database, id)).toBe('closed')
  })

  it('is published with the margin that the maintainers chose', async () => {
    await database.admin.sql`
      insert into due_release_setting (dataset_id, margin_days) values (${world.datasetId}, 5)`
    await promised(5)
    expect(await due()).toMatchObject({ step: 'staged', version: '6.0.0' })
    await runReleaseJobs(database)
  })

  it('is published in time although its request is contested for another item, and not while a court holds it', async () => {
    const targets = `“${ROWS[row++]?.text}”\n“${ROWS[row++]?.text}”`
    const token = await askFor(database, world, { ...PRIVACY, targets })
    const { id: requestId } = await requestOf(database, world)
    const [first, second] = await casesOfRequest(database, requestId)
    const given = { caseId: first?.id ?? '', action: 'remove' as const, reasonCode: 'pii.profile' }
    await decideCase(database, world, given)
    await decideCase(database, world, { caseId: second?.id ?? '', action: 'keep', reasonCode: 'pii.example' })
    await transact(
      (tx) => contest(tx, visitor, contestInput.parse({ token, grounds: 'The second one is mine, too.' })),
      world.db,
    )
    expect(await statusOf(database, requestId)).toBe('under_review')
    await database.admin.sql`
      update release_promise set due_at = now() + interval '1 day' where request_id = ${requestId}`
    const rolledBack = (status: string) =>
      transact(async (tx) => {
        const step = await publishWhatIsDue(tx, { datasetId: world.datasetId, profile: 'world' })
        throw new Stop(`${status} ${step.step}`)
      }, world.db)
    await expect(rolledBack('contested')).rejects.toThrow('contested staged')
    await transact(
      (tx) => hold(tx, world.lead, holdInput.parse({ requestId, reason: 'litigation' })),
      world.db,
    )
    expect(await statusOf(database, requestId)).toBe('on_hold')
    expect(await due()).toEqual({ step: 'nothing' })
    await transact((tx) => resume(tx, world.lead, { requestId }), world.db)
    await expect(rolledBack('goes on')).rejects.toThrow('goes on staged')
    await runReleaseJobs(database)
    expect(await due(), 'carried out').toEqual({ step: 'nothing' })
  })

  it('is promised for a day to come where its time is over already, and published at once', async () => {
    await askFor(database, world, { ...PRIVACY, targets: `“${ROWS[row++]?.text}”` })
    const { id } = await requestOf(database, world)
    await database.admin.sql`update takedown_request set due_at = now() - interval '3 days' where id = ${id}`
    // Also where the maintainers chose to be asked as late as can be.
    await database.admin.sql`
      insert into due_release_setting (dataset_id, margin_days) values (${world.datasetId}, 0)
      on conflict (dataset_id) do update set margin_days = 0`
    const [found] = await casesOfRequest(database, id)
    await decideCase(database, world, {
      caseId: found?.id ?? '',
      action: 'remove',
      reasonCode: 'pii.profile',
    })
    const [promise] = await database.admin.sql<{ ahead: number }[]>`
      select extract(epoch from due_at - now())::float8 / 3600 as ahead from release_promise where request_id = ${id}`
    expect(promise?.ahead).toBeGreaterThan(23)
    expect(promise?.ahead).toBeLessThanOrEqual(24)
    expect(await due()).toMatchObject({ step: 'staged' })
    await runReleaseJobs(database)
    expect(await statusOf(database, id)).toBe('closed')
  })

  it.each(['due.after-stage', 'publish.after-rules', 'publish.after-commit', 'publish.after-head'])(
    'killed at %s is one release all the same, and told once',
    async (failpoint) => {
      const [before, made] = [await versions(), (await told('release-made')).length]
      const id = await promised(1)
      expect(await runChild(failpoint)).toMatchObject({ signal: 'SIGKILL' })
      await runReleaseJobs(database)
      expect(await versions()).toHaveLength(before.length + 1)
      expect(await statusOf(database, id)).toBe('closed')
      expect(await told('release-made')).toHaveLength(made + 1)
      expect((await told('takedown-done')).filter(({ text }) => text.includes('proof'))).toHaveLength(
        await closed(),
      )
    },
  )
})

it('of which nothing but a rule is left asks for no release while a court holds it', async () => {
  await askFor(database, world, { ...OPT_OUT, targets: 'nowhere-yet.example' })
  const { id: requestId } = await requestOf(database, world)
  const input = { requestId, action: 'remove' as const, reasonCode: 'optout.own' }
  await transact((tx) => decideNamed(tx, world.lead, input), world.db)
  await database.admin.sql`
    update release_promise set due_at = now() + interval '1 day' where request_id = ${requestId}`
  expect(await statusOf(database, requestId)).toBe('actioned')
  await transact(
    (tx) => hold(tx, world.lead, holdInput.parse({ requestId, reason: 'court_order' })),
    world.db,
  )
  expect(await due()).toEqual({ step: 'nothing' })
  await transact((tx) => resume(tx, world.lead, { requestId }), world.db)
  await runReleaseJobs(database)
  expect(await statusOf(database, requestId)).toBe('closed')
})

it('is announced a day before although something restricted is due first, of which the letter tells nothing', async () => {
  const { id: hidden } = await decided(database, world, { kind: 'ncii', targets: `“${ROWS[row++]?.text}”` })
  const before = (await told('release-due')).length
  const at = (days: number) => due('world', new Date(Date.now() + days * DAY))
  // As if an officer took it out two and a half days from now: it is published half a day later.
  await database.admin.sql`
    update release_promise set due_at = now() + interval '5 days', created_at = now() + interval '2.5 days'
    where request_id = ${hidden}`
  await database.admin.sql`
    insert into due_release_setting (dataset_id, margin_days) values (${world.datasetId}, 5)
    on conflict (dataset_id) do update set margin_days = 5`
  // With that margin it is published 3.5 days from now, and told of 2.5 days from now.
  await promised(8.5)
  const until = async (days: number) => {
    const step = await at(days)
    if (step.step !== 'waits') throw new Error(step.step)
    return Math.round((step.until.getTime() - Date.now()) / (DAY / 10)) / 10
  }
  expect(await until(2)).toBe(2.5)
  expect(await told('release-due')).toHaveLength(before)
  expect(await until(2.6)).toBe(3)
  expect(await told('release-due')).toHaveLength(before + 1)
  expect(await at(3.1)).toMatchObject({ step: 'staged' })
})

/** Takes a step back, so that another is tried from the same place. */
class Stop extends Error {}

async function runChild(failpoint: string) {
  const child = spawn(process.execPath, [...program('tests/support/due-child.ts'), world.datasetId], {
    cwd: root,
    env: { ...process.env, WINNOW_FAILPOINT: failpoint },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const [code, signal]: (number | string | null)[] = await once(child, 'exit')
  return { code, signal }
}

const closed = async () =>
  (await database.admin.sql`select 1 from takedown_request where status = 'closed'`).length
