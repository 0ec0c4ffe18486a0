import { expect } from 'vitest'
import { pendingRefresh } from '@/lib/jobs/pending-refresh'
import { releaseDue } from '@/lib/jobs/release-due'
import { releasePublish } from '@/lib/jobs/release-publish'
import { releasePublished } from '@/lib/jobs/release-published'
import { takedownCaseDecided } from '@/lib/jobs/takedown-case-decided'
import { takedownFulfil } from '@/lib/jobs/takedown-fulfil'
import { takedownReturned } from '@/lib/jobs/takedown-returned'
import { takedownMatch } from '@/lib/jobs/takedown-match'
import { transact } from '@/db/client'
import { itemDigest } from '@/lib/datasets/digest'
import { raiseFlags } from '@/lib/flags/raise-flags'
import { openCases } from '@/lib/review/open-cases'
import { drainPending } from '@/lib/log/sequencer'
import { publish } from '@/lib/releases/publish'
import type { TestDatabase } from '@/tests/support/database'
import { runQueue } from '@/tests/support/queue'
import {
  askFor,
  casesOfRequest,
  decideCase,
  OPT_OUT,
  PRIVACY,
  requestOf,
  type TakedownWorld,
} from './takedown-world'

const releaseJobs = {
  'takedown.match': takedownMatch,
  'takedown.case-decided': takedownCaseDecided,
  'takedown.fulfil': takedownFulfil,
  'takedown.returned': takedownReturned,
  'pending.refresh': pendingRefresh,
  'release.due': releaseDue,
  'release.publish': releasePublish,
  'release.published': releasePublished,
}

/** Runs what the queue holds for now of these tasks, and what follows from it. `byItself`: releases that are due are published. */
export async function runReleaseJobs(
  database: TestDatabase,
  { byItself = true }: { byItself?: boolean } = {},
): Promise<void> {
  const { 'release.due': due, ...others } = releaseJobs
  for (let round = 0; round < 4; round++) {
    await drainPending()
    await runQueue(database, byItself ? { ...others, 'release.due': due } : others)
  }
  // What fails would be tried again later: here it is a fault.
  const stuck = await database.admin.sql<{ task: string; error: string }[]>`
    select task_identifier as task, last_error as error from graphile_worker.jobs where last_error is not null`
  expect(stuck).toEqual([])
}

/** Publishes as a maintainer does, and what follows from it. */
export async function publishNow(database: TestDatabase, world: TakedownWorld, profile?: string) {
  const view = await publish(
    world.maintainer,
    { datasetId: world.datasetId, profile },
    { sequence: drainPending },
  )
  await runReleaseJobs(database)
  return view
}

function illegal(concern: string) {
  return {
    ...PRIVACY,
    kind: 'illegal_content',
    concern,
    statement: 'It should not be in any dataset.',
    attest_good_faith: 'on',
  }
}

const ASKED = {
  privacy: { fields: PRIVACY, remove: 'pii.profile', keep: 'pii.example' },
  opt_out: { fields: OPT_OUT, remove: 'optout.own', keep: 'optout.unproven' },
  illegal_content: { fields: illegal('illegal'), remove: 'illegal.content', keep: 'illegal.unfounded' },
  /** For safety officers. */
  ncii: { fields: illegal('ncii'), remove: 'ncii.restricted', keep: 'ncii.cleared' },
} as const

/** A request of somebody about these targets, every case of it decided, so many hours before it is due if that is said; with the token of its page. */
export async function decided(
  database: TestDatabase,
  world: TakedownWorld,
  {
    kind,
    targets,
    action = 'remove',
    left,
  }: { kind: keyof typeof ASKED; targets: string; action?: 'remove' | 'keep'; left?: number },
) {
  const { fields, remove, keep } = ASKED[kind]
  const token = await askFor(database, world, { ...fields, targets })
  const { id } = await requestOf(database, world)
  if (left !== undefined)
    await database.admin.sql`
      update takedown_request set due_at = now() + make_interval(secs => ${left * 3600}) where id = ${id}`
  for (const found of await casesOfRequest(database, id))
    await decideCase(database, world, {
      caseId: found.id,
      action,
      reasonCode: action === 'remove' ? remove : keep,
      by: kind === 'ncii' ? world.officer : world.lead,
    })
  return { id, token }
}

const FLAGGED = {
  pii: 'pii.profile',
  secrets: 'secrets.credential',
  child_safety: 'safety.restricted',
  ncii: 'ncii.restricted',
} as const

/** A decision about a text that nobody has asked for: something flagged it. */
export async function decideRoutine(
  database: TestDatabase,
  world: TakedownWorld,
  text: string,
  category: keyof typeof FLAGGED = 'pii',
): Promise<void> {
  const { datasetId } = world
  const digest = itemDigest([text])
  const [revision] = await database.admin.sql<{ id: string }[]>`
    select id from revision where dataset_id = ${datasetId} and state = 'complete' order by number desc limit 1`
  await transact(async (tx) => {
    const flag = { digest, category, type: 'review', score: 1, spans: [], detectorVersion: '1' }
    await raiseFlags(tx, datasetId, [
      { ...flag, severity: 3, source: 'detector', detector: 'adversary', revisionId: revision?.id ?? '' },
    ])
    await openCases(tx, datasetId, [digest])
  }, world.db)
  const [found] = await database.admin.sql<{ id: string }[]>`
    select id from review_case
    where dataset_id = ${datasetId} and digest = ${digest} and category = ${category}`
  const restricted = category === 'child_safety' || category === 'ncii'
  await decideCase(database, world, {
    caseId: found?.id ?? '',
    action: 'remove',
    reasonCode: FLAGGED[category],
    by: restricted ? world.officer : world.lead,
  })
}
