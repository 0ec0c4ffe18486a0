import { Logger, runOnce } from 'graphile-worker'
import { expect } from 'vitest'
import { pendingRefresh } from '@/lib/jobs/pending-refresh'
import { releaseDue } from '@/lib/jobs/release-due'
import { releasePublish } from '@/lib/jobs/release-publish'
import { releasePublished } from '@/lib/jobs/release-published'
import { takedownCaseDecided } from '@/lib/jobs/takedown-case-decided'
import { takedownFulfil } from '@/lib/jobs/takedown-fulfil'
import { takedownMatch } from '@/lib/jobs/takedown-match'
import { drainPending } from '@/lib/log/sequencer'
import { publish } from '@/lib/releases/publish'
import type { TestDatabase } from '@/tests/support/database'
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
  'pending.refresh': pendingRefresh,
  'release.due': releaseDue,
  'release.publish': releasePublish,
  'release.published': releasePublished,
}

/** Runs what the queue holds for now of these tasks, and what follows from it. */
export async function runReleaseJobs(database: TestDatabase): Promise<void> {
  for (let round = 0; round < 4; round++) {
    await drainPending()
    await runOnce({
      connectionString: database.urls.app,
      logger: new Logger(() => () => undefined),
      taskList: releaseJobs,
    })
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

/** A request of somebody about these targets, every case of it decided; with the token of its page. */
export async function decided(
  database: TestDatabase,
  world: TakedownWorld,
  {
    kind,
    targets,
    action = 'remove',
  }: { kind: 'opt_out' | 'privacy'; targets: string; action?: 'remove' | 'keep' },
) {
  const token = await askFor(database, world, { ...(kind === 'opt_out' ? OPT_OUT : PRIVACY), targets })
  const { id } = await requestOf(database, world)
  const reasons = kind === 'opt_out' ? ['optout.own', 'optout.unproven'] : ['pii.profile', 'pii.example']
  for (const found of await casesOfRequest(database, id))
    await decideCase(database, world, {
      caseId: found.id,
      action,
      reasonCode: reasons[action === 'remove' ? 0 : 1] ?? '',
      supersedes: found.decision,
    })
  return { id, token }
}

export async function statusOf(database: TestDatabase, id: string): Promise<string> {
  const [row] = await database.admin.sql<{ status: string }[]>`
    select status from takedown_request where id = ${id}`
  return row?.status ?? 'none'
}
