import 'server-only'
import { run as startJobs, Logger } from 'graphile-worker'
import { eq } from 'drizzle-orm'
import { db, transact } from '@/db/client'
import { dataset as datasetTable, person } from '@/db/schema'
import { announceDraw } from '@/lib/audit-draw/announce'
import { listDraws } from '@/lib/audit-draw/queries'
import { loadMemberByEmail, system } from '@/lib/auth/load-actor'
import type { Member } from '@/lib/auth/actor'
import { registerInput } from '@/lib/datasets/input'
import { registerDataset } from '@/lib/datasets/register'
import { tasks } from '@/lib/jobs/tasks'
import { runSequencer } from '@/lib/log/sequencer'
import { createPerson } from '@/lib/people/create-person'
import { grantRole } from '@/lib/people/grant-role'
import { preferenceInput } from '@/lib/review/input'
import { choosableCategories, preferencesOf, savePreferences } from '@/lib/review/preferences'
import { demoPassword, personas, type PersonaKey } from './personas'
import { importDemoRevision } from './seed-import'
import { decideUntil } from './seed-decisions'
import { publishDemoRelease } from './seed-release'
import { fileRequests } from './seed-requests'
import { demoDataset } from './world'

export type SeedOptions = { note: (line: string) => void; signal: AbortSignal }

/**
 * Makes the demo world through the product's own verbs: accounts, a dataset, its first revision, decisions, two releases,
 * requests from outside, a second revision. Each step looks first whether it was done: a seeding that was killed goes on.
 */
export async function seedDemo({ note, signal }: SeedOptions): Promise<void> {
  note('accounts and the dataset')
  const datasetId = await transact(async (tx) => {
    await seedAccounts(tx)
    return seedDataset(tx)
  })
  await transact(grantRoles)
  await withJobs({ note, signal }, async () => {
    note('3,600 rows of revision 1, scanned for personal data, notices and abuse')
    await importDemoRevision(datasetId, 1, signal)
    const reviewers = [await member('reviewer'), await member('second')] as const
    const team = { reviewers, lead: await member('lead') }
    await askReviewers(reviewers)
    note('a first afternoon of decisions')
    await decideUntil(120, datasetId, team)
    note('release 1.0.0')
    await publishDemoRelease(1, datasetId, await member('maintainer'))
    note('a second afternoon')
    await decideUntil(160, datasetId, team)
    note('release 2.0.0: what left since makes it a major version')
    await publishDemoRelease(2, datasetId, await member('maintainer'))
    note('requests from outside')
    await announceDemoDraw()
    await fileRequests(datasetId)
    note('revision 2: the next crawl')
    await importDemoRevision(datasetId, 2, signal)
  })
}

type Tx = Parameters<Parameters<typeof transact>[0]>[0]

/** So that whoever looks around finds decisions that wait for an auditor. */
async function announceDemoDraw(): Promise<void> {
  if ((await listDraws()).length > 0) return
  const maintainer = await member('maintainer')
  await transact((tx) => announceDraw(tx, maintainer, { dataset: demoDataset.slug, k: 8 }))
}

/** They want to see everything, unless whoever tried the demonstration as one of them said otherwise. */
async function askReviewers(reviewers: readonly Member[]): Promise<void> {
  const categories = (await choosableCategories()).map(({ id }) => id)
  for (const who of reviewers)
    if ((await preferencesOf(who)) === null)
      await transact((tx) => savePreferences(tx, who, preferenceInput.parse({ categories })))
}

async function seedAccounts(tx: Tx): Promise<void> {
  for (const { name, email, pseudonym } of personas) {
    const [known] = await tx.select({ id: person.id }).from(person).where(eq(person.email, email))
    if (!known)
      await createPerson(tx, system('demo'), { name, email, pseudonym, password: demoPassword, demo: true })
  }
}

async function seedDataset(tx: Tx): Promise<string> {
  const [known] = await tx
    .select({ id: datasetTable.id })
    .from(datasetTable)
    .where(eq(datasetTable.slug, demoDataset.slug))
  return known?.id ?? (await registerDataset(tx, system('demo'), registerInput.parse(demoDataset))).id
}

async function grantRoles(tx: Tx): Promise<void> {
  for (const { email, roles, site } of personas) {
    for (const role of roles) await grantRole(tx, system('demo'), { email, role, dataset: demoDataset.slug })
    for (const role of site) await grantRole(tx, system('demo'), { email, role })
  }
}

async function member(key: PersonaKey): Promise<Member> {
  const email = personas.find((persona) => persona.key === key)?.email ?? ''
  const found = await loadMemberByEmail(db(), email)
  if (!found) throw new Error(`the demo account ${email} is gone`)
  return found
}

/** The worker has not been started yet: jobs and the log's sequencer run here for the time of the work. */
async function withJobs({ note, signal }: SeedOptions, work: () => Promise<void>): Promise<void> {
  const done = new AbortController()
  const sequencer = runSequencer({
    signal: AbortSignal.any([signal, done.signal]),
    url: process.env.WINNOW_SEQUENCER_URL,
  })
  // Looked at below, after the jobs have started.
  sequencer.catch(() => undefined)
  // Its failure is met below; without this it would end the process while the jobs are still starting.
  sequencer.catch(() => undefined)
  const jobs = await startJobs({
    connectionString: process.env.DATABASE_URL,
    taskList: tasks,
    concurrency: 1,
    noHandleSignals: true,
    pollInterval: 200,
    logger: new Logger(() => (level, message) => {
      if (level === 'error') note(`jobs: ${message}`)
    }),
  })
  try {
    // A log that cannot go on ends the seeding instead of leaving it waiting.
    await Promise.race([work(), sequencer.then(() => signal.throwIfAborted())])
  } finally {
    await jobs.stop()
    done.abort()
    await sequencer.catch(() => undefined)
  }
}
