import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { transact } from '@/db/client'
import type { Context } from '@/lib/cli/command'
import { command as exportDsa } from '@/lib/cli/export-dsa'
import { command as exportLumen } from '@/lib/cli/export-lumen'
import { command as exportTransparency } from '@/lib/cli/export-transparency'
import { batchBody, batchesOf, countUndelivered, prepareBatch } from '@/lib/exports/dsa'
import { batchSchema } from '@/lib/exports/dsa-schema'
import { lumenNotices } from '@/lib/exports/lumen'
import { inEnglish } from '@/lib/i18n/say'
import { proposeInput } from '@/lib/register/input'
import { proposeNotice, releaseNotice, rescindNotice } from '@/lib/register/publish'
import { publicityOf } from '@/lib/register/staff'
import { requestView } from '@/lib/takedowns/queries'
import { override } from '@/lib/review/override'
import { EU_PARTS, partCsv, partFile } from '@/lib/transparency/eu-parts'
import { timelinessOfAll } from '@/lib/takedowns/timeliness'
import { reportJson, transparencyReport } from '@/lib/transparency/report'
import { transparencyQuery, transparencyScope } from '@/lib/transparency/scope'
import { REPORT_TABLES } from '@/lib/transparency/table'
import { shownNow } from '@/tests/support/shown'
import { testDatabase } from '@/tests/support/database'
import { MARK } from './register-fields'
import { answered, asked } from './register-world'
import { newMember } from './review-world'
import { type TakedownWorld, takedownWorld } from './takedown-world'

const database = testDatabase()
let world: TakedownWorld

/** Rows in which our detectors find something, so that there are cases without anybody asking. */
const ROWS = Array.from({ length: 4 }, (_, i) => ({
  id: `m${i}`,
  text: `Write to somebody${i}@people.example about the soup.`,
}))

beforeAll(async () => {
  world = await takedownWorld(database.db, ROWS)
})

const cases = () =>
  database.admin.sql<{ id: string }[]>`
    select id from review_case where dataset_id = ${world.datasetId} and category = 'pii' and status = 'open' order by id`

async function decide(caseId: string, action: 'remove' | 'keep') {
  const [reason] = await database.admin.sql<{ code: string }[]>`
    select code from reason_code where policy_version_id = ${world.policyId} and category = 'pii' and actions ? ${action} order by ordinal limit 1`
  await transact(
    async (tx) =>
      override(tx, world.lead, {
        ...(await shownNow(tx, { datasetId: world.datasetId, caseId })),
        ...{ datasetId: world.datasetId, caseId, action, reasonCode: reason?.code ?? '' },
        ...{ policyVersionId: world.policyId, spans: [], passages: [], queue: '', supersedes: null },
        ...{ label: undefined, note: undefined },
      }),
    world.db,
  )
}

const report = async (given: object = {}) => {
  const scope = await transparencyScope(transparencyQuery.parse(given))
  return { scope, report: await inEnglish(() => transparencyReport(scope)) }
}

describe('what is handed out of decisions', () => {
  it('is a valid statement of reasons for each that restricts, once, and by those who may', async () => {
    const [first, second, third] = await cases()
    await decide(first?.id ?? '', 'remove')
    await decide(second?.id ?? '', 'remove')
    await decide(third?.id ?? '', 'keep')
    expect(await countUndelivered(world.datasetId)).toBe(2)
    const given = { dataset: world.slug }
    await expect(transact((tx) => prepareBatch(tx, world.stranger, given), world.db)).rejects.toMatchObject({
      code: 'forbidden',
    })
    await expect(transact((tx) => prepareBatch(tx, world.reviewer, given), world.db)).rejects.toMatchObject({
      code: 'forbidden',
    })
    expect(await transact((tx) => prepareBatch(tx, world.lead, given), world.db)).toEqual({
      ...{ slug: world.slug, statements: 2, left: 0 },
    })
    await expect(transact((tx) => prepareBatch(tx, world.lead, given), world.db)).rejects.toMatchObject({
      code: 'conflict',
    })
    const [batch] = await batchesOf(world.datasetId)
    const admin = await newMember(database.db, [], ['admin'])
    const body = await batchBody(admin, { slug: world.slug, at: batch?.at ?? '' })
    expect(batchSchema.parse(body).statements).toHaveLength(2)
    expect(body.statements[0]).toMatchObject({
      ...{ source_type: 'SOURCE_VOLUNTARY', automated_detection: 'Yes' },
      ...{ content_date: new Date().toISOString().slice(0, 10) },
    })
    const bytes = JSON.stringify(body)
    expect(bytes).not.toMatch(/soup|people\.example|[0-9a-f]{64}/)
    await expect(batchBody(world.reviewer, { slug: world.slug, at: batch?.at ?? '' })).rejects.toMatchObject({
      code: 'forbidden',
    })
    await expect(batchBody(admin, { slug: world.slug, at: '1; drop table x' })).rejects.toMatchObject({
      code: 'not_found',
    })
  })

  it('goes to Lumen with role names and without people, and only the kinds that go there', async () => {
    const publish = async (requestId: string) =>
      transact((tx) => proposeNotice(tx, world.lead, proposeInput.parse({ requestId })), world.db)
    await publish(await answered(database, world, 'illegal_content', { fields: { concern: 'hate' } }))
    await publish(await answered(database, world, 'licence'))
    const gone = await answered(database, world, 'other')
    await publish(gone)
    await transact((tx) => rescindNotice(tx, world.lead, { requestId: gone, reason: 'mistake' }), world.db)
    const { notices, rescinded } = await lumenNotices(world.lead, { dataset: world.slug })
    expect(notices.map(({ type }) => type)).toEqual(['LocalLaw'])
    expect(notices[0]).toMatchObject({
      ...{ action_taken: 'Yes', body: '[REDACTED]' },
      // What is complained of is no work of whoever complains.
      works_attributes: [
        {
          infringing_urls_attributes: [
            { url: expect.stringMatching(/\/datasets\//) },
            { url: 'https://www.publisher.example/' },
          ],
          copyrighted_urls_attributes: [],
        },
      ],
      url_count: 2,
    })
    expect(notices[0]?.entity_notice_roles_attributes.map(({ name }) => name)).toEqual([
      ...['sender', 'recipient', 'submitter', 'target'],
    ])
    expect(rescinded).toHaveLength(1)
    expect(notices[0]?.register).not.toHaveProperty('counters')
    expect(JSON.stringify(notices)).not.toContain(MARK)
    await expect(lumenNotices(world.stranger, { dataset: world.slug })).rejects.toMatchObject({
      code: 'forbidden',
    })
  })
})

describe('the command line', () => {
  const context: Context = {
    ...{ json: false, path: (file) => file, note: () => undefined, write: async () => undefined },
    signal: new AbortController().signal,
  }

  it('writes statements that are left, notices, and every file of a report', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'winnow-export-'))
    const admin = await newMember(database.db, [], ['admin'])
    const [account] = await database.admin.sql<
      { email: string }[]
    >`select email from person where id = ${admin.id}`
    const as = ['--as', account?.email ?? '']
    const [left] = await cases()
    await decide(left?.id ?? '', 'remove')
    const dsa = await exportDsa.parse([world.slug, folder, ...as])(context)
    expect(dsa.view).toMatchObject({ statements: 1, files: [expect.stringContaining('-dsa-')] })
    const again = await exportDsa.parse([world.slug, folder, ...as])(context)
    expect(again.view).toMatchObject({ statements: 0, files: [] })
    const lumen = await exportLumen.parse([world.slug, ...as])(context)
    expect(lumen.view).toMatchObject({ notices: [{ type: 'LocalLaw' }] })
    await exportTransparency.parse([folder, '--dataset', world.slug, '--period', monthAgo()])(context)
    const files = readdirSync(folder)
    expect(files).toHaveLength(1 + 1 + REPORT_TABLES.length + EU_PARTS.length)
    for (const name of files) expect(readFileSync(path.join(folder, name), 'utf8')).not.toContain(MARK)
    rmSync(folder, { recursive: true })
  })
})

describe('the transparency report', () => {
  it('counts requests by kind and outcome, with the time to an answer', async () => {
    await asked(database, world, 'opt_out')
    const { report: made } = await report({ dataset: world.slug, period: monthAgo() })
    const { rows, columns } = made.kinds
    const column = (label: string) => columns.findIndex((one) => one.label === label)
    const row = (name: string) => rows.find(([first]) => first === name)
    expect(row('Licence')?.[column('Received')]).toBe(1)
    expect(row('Licence')?.[column('Granted')]).toBe(1)
    expect(row('Total of these')?.[column('Received')]).toBe(3)
    const licence = made.times.rows.find(([first]) => first === 'Licence')
    expect(licence?.[2]).toBeCloseTo(2 * 86_400, -1)
  })

  it('tells nothing exact of what is only counted, and nothing of restricted requests of one dataset', async () => {
    for (let n = 0; n < 7; n++) await answered(database, world, 'privacy', { daysAgo: 70 })
    await answered(database, world, 'illegal_content', { daysAgo: 70, fields: { concern: 'ncii' } })
    const month = monthAgo(72)
    const whole = await report({ period: month })
    const text = JSON.stringify(reportJson(whole.scope, whole.report))
    expect(whole.report.kinds.rows.slice(-2).map((row) => row.slice(0, 2))).toEqual([
      ['Personal data (only counted)', { says: '5 or more' }],
      ['Restricted material (only counted)', { says: 'fewer than 5' }],
    ])
    expect(text).not.toContain('"received":7')
    const one = await report({ dataset: world.slug, period: month })
    expect(JSON.stringify(one.report)).not.toContain('Restricted')
    const running = await report({})
    expect(running.report.kinds.rows.at(-1)?.[1]).toMatchObject({ says: 'told when the period is over' })
  })

  it('says what machines found and what people decided', async () => {
    const { report: made } = await report({ dataset: world.slug })
    const removed = made.automation.rows.find((row) => row[0] === 'Personal data' && row[1] === 'Remove')
    expect(removed?.slice(2)).toEqual([3, 0, 3, 0, 0, 0])
    const found = made.flags.rows.find(
      ([category, source]) => category === 'Personal data' && source === 'Detector',
    )
    expect(found?.slice(2)).toEqual([4, 4, 3, 3 / 4])
  })

  it('holds nothing that a requester wrote in any table, and in none of the eleven parts', async () => {
    const { scope, report: made } = await report({ period: monthAgo() })
    const parts = await Promise.all(EU_PARTS.map((part) => inEnglish(() => partCsv(scope, part))))
    expect(EU_PARTS.map(partFile)[3]).toBe('eu-4-notices.csv')
    expect(parts).toHaveLength(11)
    for (const part of parts) expect(part.split('\r\n').length).toBeGreaterThan(1)
    expect(parts[9]).toContain('n/a: Nobody counts who reads a dataset.')
    expect(parts[3]).toContain(',TOTAL,,1,n/a,')
    const bytes = [JSON.stringify(reportJson(scope, made)), ...parts].join('\n').toLowerCase()
    for (const secret of [MARK, 'lovelace', 'quarry', '@', '90182012']) expect(bytes).not.toContain(secret)
    expect(Object.keys(made).sort()).toEqual([...REPORT_TABLES].sort())
  })

  it('tells the suspensions of senders, and says of what does not apply that it does not', async () => {
    const [licence] = await database.admin.sql<{ id: string }[]>`
      select id from takedown_request where dataset_id = ${world.datasetId} and kind = 'licence' limit 1`
    const [privacy] = await database.admin.sql<{ id: string }[]>`
      select id from takedown_request where dataset_id = ${world.datasetId} and kind = 'privacy' limit 1`
    for (const [id, measure, until] of [
      [licence?.id, 'unfounded', null],
      [licence?.id, 'warned', null],
      [licence?.id, 'suspended', new Date(Date.now() + 86_400_000).toISOString()],
      [privacy?.id, 'warned', null],
    ] as const)
      await database.admin.sql`
        insert into sender_measure (request_id, measure, until, decided_by, entry_id)
        values (${id ?? ''}, ${measure}, ${until}, ${world.lead.id}, gen_random_uuid())`
    const part = async (asked: object) => {
      const { scope } = await report(asked)
      return (await inEnglish(() => partCsv(scope, 'appeals_and_recidivism'))).split('\r\n')
    }
    const lines = await part({ dataset: world.slug })
    const of =
      'Suspensions imposed on repeated offenders,Number of suspensions enacted for the provision of manifestly'
    const line = (all: readonly string[], what: string) => all.find((one) => one.includes(`${of} ${what}`))
    expect(line(lines, 'unfounded notices'), 'nothing on account of what is only counted').toMatch(
      /,Total number,1,Warned before: 1\. Contested: 0\. Lifted: 0\.$/,
    )
    expect(line(lines, 'illegal content')).toMatch(/,n\/a,"?Nobody uploads here/)
    expect(lines.find((one) => one.includes('Out-of-court dispute settlement bodies'))).toMatch(
      /,n\/a,No out-of-court dispute/,
    )
    const before = await part({ dataset: world.slug, period: monthAgo() })
    expect(line(before, 'unfounded notices')).toMatch(/,Total number,0,/)
  })

  it('tells of requests about somebody’s own data how soon they were answered, in whole days, once there are many and the period is over', async () => {
    const month = monthAgo(72)
    const line = async (given: object) =>
      (await report(given)).report.times.rows.filter(([name]) => name === 'Personal data (only counted)')
    expect(await line({ period: month }), 'of few').toEqual([])
    for (let n = 7; n < 23; n++) await answered(database, world, 'privacy', { daysAgo: 70 })
    expect(await line({ period: month })).toEqual([
      [
        ...['Personal data (only counted)', { says: '20 or more' }, 2 * 86_400, 2 * 86_400, null, null],
        ...[{ says: 'fewer than 5' }, { says: 'fewer than 5' }, { says: 'fewer than 5' }],
      ],
    ])
    expect(await line({}), 'of a period that is not over').toEqual([])
    const { report: made } = await report({ period: month })
    expect(made.times.apart, 'in no picture').toContain(made.times.rows.length - 1)
    expect(JSON.stringify(made.times), 'nor exactly').not.toContain('23')
  })

  it('measures how soon in one place: its times are those of the clocks', async () => {
    const { scope, report: made } = await report({ period: monthAgo() })
    const rows = await timelinessOfAll(world.db, { ...scope.period, which: 'listed' })
    const all = rows.find(({ kind }) => kind === null)
    const total = made.times.rows.at(-1)
    expect(total?.slice(1, 4)).toEqual([all?.decided, all?.decideMedian, all?.decideP90])
    expect(all?.decided).toBeGreaterThan(0)
  })

  it('takes a nonsensical address for the half-year of today, and knows no dataset that is not there', async () => {
    const { scope } = await report({ period: '2026-H3', dataset: 'NO SUCH' })
    expect(scope.dataset).toBeNull()
    expect(scope.period.over).toBe(false)
    for (const period of ['2000-01', '2099-H1'])
      expect((await report({ period })).scope.period.over, 'of which there is nothing to say').toBe(false)
    await expect(report({ dataset: 'no-such-dataset' })).rejects.toMatchObject({ code: 'not_found' })
  })
})

/** The month of a day so many days ago: requests of `answered` were sent two days before their answer. */
function monthAgo(days = 32): string {
  return new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 7)
}

describe('a counter notice', () => {
  it('goes to Lumen with the entry that it answers, and the sender’s own works as such', async () => {
    const lead = await newMember(database.db, [['lead', world.datasetId]])
    const [first, counter] = [
      await answered(database, world, 'copyright'),
      await answered(database, world, 'counter_notice'),
    ]
    await database.admin.sql`
      insert into takedown_link (request_id, of_request_id, kind) values (${counter}, ${first}, 'counters')`
    for (const requestId of [first, counter]) {
      await transact((tx) => proposeNotice(tx, world.lead, proposeInput.parse({ requestId })), world.db)
      const { registerId, factId } = await publicityOf(lead, await requestView(lead, requestId))
      const given = { requestId, registerId: registerId ?? '', fact: factId ?? '' }
      await transact((tx) => releaseNotice(tx, lead, given), world.db)
    }
    const { notices } = await lumenNotices(world.lead, { dataset: world.slug })
    const [answers, original] = [
      notices.find(({ type }) => type === 'Counternotice'),
      notices.find(({ type }) => type === 'DMCA'),
    ]
    expect(answers?.register).toMatchObject({ counters: original?.register.url })
    expect(original).toMatchObject({
      works_attributes: [{ copyrighted_urls_attributes: [{ url: 'https://www.publisher.example/' }] }],
      url_count: 2,
    })
    expect(original?.works_attributes[0]?.infringing_urls_attributes).toHaveLength(1)
  })
})
