import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import postgres from 'postgres'
import { z } from 'zod'
import { connect, transact, type Database } from '@/db/client'
import { migrate } from '@/db/migrate'
import { loadMember } from '@/lib/auth/load-actor'
import { ensureQueues } from '@/lib/review/queues'
import { openEmbeddedPostgres, type EmbeddedPostgres } from '@/lib/runtime/embedded-postgres'
import { newMember, reviewWorld, type World } from '@/tests/db/review-world'
import { keepBack, manyCases } from '@/tests/db/review-shift'

/** What a soak that was stopped goes on with: the world is in its database, and this says who is in it. */
const state = z.object({
  key: z.string(),
  datasetId: z.string(),
  slug: z.string(),
  policyId: z.string(),
  leadId: z.string(),
  reviewerIds: z.array(z.string()),
})
export type SoakState = z.infer<typeof state>

const stateFile = (folder: string) => path.join(folder, 'soak.json')
export const readState = (folder: string): SoakState =>
  state.parse(JSON.parse(readFileSync(stateFile(folder), 'utf8')))

/** As in a test, the disk need not keep up; what a killed process had committed is kept all the same. */
const SETTINGS = { fsync: 'off', full_page_writes: 'off', max_connections: '200' }

export type SoakServer = {
  folder: string
  server: EmbeddedPostgres
  admin: postgres.Sql
  state: SoakState
  appUrl: string
}

/** Opens the world of this folder, or makes it: a dataset, its queues, a lead and so many reviewers. */
export async function openSoak(folder: string, reviewers: number, key: string): Promise<SoakServer> {
  mkdirSync(folder, { recursive: true })
  const server = await openEmbeddedPostgres({ dir: path.join(folder, 'postgres'), settings: SETTINGS })
  const known = existsSync(stateFile(folder)) ? readState(folder) : undefined
  process.env.WINNOW_KEY = known?.key ?? key
  if (!known) {
    const first = postgres(server.url('postgres'), { max: 1, onnotice: () => undefined })
    await first`drop database if exists winnow_soak with (force)`
    await first`create database winnow_soak`
    await first.end()
  }
  const url = server.url('winnow_soak')
  const { appUrl } = await migrate(url, { key: process.env.WINNOW_KEY })
  const admin = postgres(url, { max: 2, onnotice: () => undefined })
  const app = connect(appUrl, { max: 4 })
  try {
    const made = known ?? (await makeWorld(app, reviewers, key))
    if (!known) writeFileSync(stateFile(folder), JSON.stringify(made))
    return { folder, server, admin, state: made, appUrl }
  } finally {
    await app.close()
  }
}

async function makeWorld(app: Database, reviewers: number, key: string): Promise<SoakState> {
  const world = await reviewWorld(app.db)
  await transact((tx) => ensureQueues(tx, world.datasetId), app.db)
  const reviewerIds: string[] = []
  for (let i = 0; i < reviewers; i++) {
    const isLead = i % 10 === 0
    const who = await newMember(app.db, [
      ['reviewer', world.datasetId],
      ...(isLead ? ([['lead', world.datasetId]] as ['lead', string][]) : []),
    ])
    // Some do not read everything, and some want no more than a little of it in a day.
    const categories = i % 3 === 0 ? ['other', 'copyright'] : ['other', 'hate', 'copyright']
    await app.sql`
      insert into reviewer_preference (person_id, categories, daily_cap, daily_caps, breaks, break_minutes)
      values (${who.id}, ${categories}, ${i % 5 === 1 ? 25 : null}, ${JSON.stringify(i % 5 === 2 ? { hate: 40 } : {})}::text::jsonb,
        ${JSON.stringify(i % 5 === 3 ? { hate: 20 } : {})}::text::jsonb, 1)
      on conflict (person_id) do update set categories = excluded.categories, daily_cap = excluded.daily_cap,
        daily_caps = excluded.daily_caps, breaks = excluded.breaks, break_minutes = excluded.break_minutes`
    reviewerIds.push(who.id)
    if (i % 25 === 24)
      await app.sql`insert into recusal (person_id, dataset_id) values (${who.id}, ${world.datasetId})`
  }
  const { datasetId, slug, policyId } = world
  return { key, datasetId, slug, policyId, leadId: world.lead.id, reviewerIds }
}

/** The world as the reviewers' verbs want it. Nobody but they take part in a soak. */
export async function worldOf(
  app: Database,
  { datasetId, slug, policyId, leadId }: SoakState,
): Promise<World> {
  const lead = await loadMember(app.db, leadId)
  if (!lead) throw new Error('the world has lost its lead')
  return {
    db: app.db,
    datasetId,
    slug,
    policyId,
    reviewer: lead,
    second: lead,
    lead,
    officer: lead,
    stranger: lead,
  }
}

/** Cases by the ten thousand until there are that many; what was made before a stop is counted. */
export async function makeCases(
  admin: postgres.Sql,
  world: World,
  reporters: readonly string[],
  count: number,
  tell: (made: number) => void,
): Promise<void> {
  const BATCH = 25_000
  for (;;) {
    const [row] = await admin<{ n: number }[]>`select count(*)::int as n from review_case`
    const made = row?.n ?? 0
    tell(made)
    if (made >= count) return
    await manyCases(admin, world, Math.min(BATCH, count - made), `soak ${made} `)
    await keepBack(world, reporters, 50)
  }
}
