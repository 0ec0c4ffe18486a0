import 'server-only'
import { and, eq, sql } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { dataset, dueRelease, dueReleaseSetting, release, releaseHead } from '@/db/schema'
import { system } from '@/lib/auth/load-actor'
import { AppError } from '@/lib/errors'
import { enqueue } from '@/lib/jobs/enqueue'
import { enqueueMail } from '@/lib/mail/outbox'
import { releaseDue } from '@/lib/mail/templates/release-due'
import { releaseRefused } from '@/lib/mail/templates/release-refused'
import { paths } from '@/lib/paths'
import { LANGUAGE_OF_STAFF as language, membersOf } from '@/lib/people/members'
import { headless } from '@/lib/releases/commit'
import { type Like, stageRelease } from '@/lib/releases/stage'
import { nameOf, WORLD } from '@/lib/release-format/profile'
import { env } from '@/lib/runtime/env'
import { leavesOut } from '@/lib/takedowns/left-out'
import { DEFAULT_MARGIN_DAYS } from './labels'
import { ourDay } from '@/lib/takedowns/our-day'

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
/** While another release is made, a revision read, or rows erased. */
const AGAIN_MS = HOUR_MS / 4
/** An import that hangs must not make anything late: until so long before it is due, it is waited for. */
const IMPORT_HOLDS_UP_MS = 12 * HOUR_MS
/**
 * What is restricted has a clock of hours and is on no public list. A release made for it alone, at once, would name its row to whoever
 * compares two releases: it goes with whatever else is published meanwhile, but waits for that no longer than so long after it was decided,
 * nor until so long before its hour. Decided later than that, it is published at once.
 */
const RESTRICTED_WAITS_MS = 12 * HOUR_MS

type Head = Like & { id: string; version: string; baseUrl: string | null }
export type DueStep =
  | { step: 'nothing' }
  | { step: 'waits'; until: Date }
  | { step: 'refused'; reason: 'no_release' | 'importing' | 'erasing' }
  | { step: 'staged'; version: string; releaseId: string }

/**
 * Sees to it that what was promised for a profile is published in time: says so to the maintainers a day before, and then stages a
 * release, as they would, with the settings of the last one. One at a time: the dataset is locked, and while a release is being made
 * nothing is begun. Run twice, or after a crash, it finds what is there and does the rest. It comes back by itself.
 */
export async function publishWhatIsDue(
  tx: Tx,
  { datasetId, profile }: { datasetId: string; profile: string },
  now = new Date(),
): Promise<DueStep> {
  const [of] = await tx
    .select({ slug: dataset.slug, name: dataset.name })
    .from(dataset)
    .where(eq(dataset.id, datasetId))
    .for('update')
  if (!of) return { step: 'nothing' }
  const at = { datasetId, profile, ...of }
  const head = await headOf(tx, at)
  const dues = await whatIsDue(tx, at, head)
  const [first] = dues
  if (!first) return { step: 'nothing' }
  const { due, publishAt } = first
  if (now < publishAt) {
    // A letter to the maintainers about what is restricted would tell them what only officers may know of.
    const open = dues.find(({ restricted }) => !restricted)
    if (!open) return again(tx, at, publishAt)
    const tellAt = new Date(open.publishAt.getTime() - DAY_MS)
    if (now >= tellAt) await announce(tx, at, open.due, open.publishAt)
    return again(tx, at, now < tellAt && tellAt < publishAt ? tellAt : publishAt)
  }
  if (!head) return refuse(tx, at, first, 'no_release')
  if (await isBeingMade(tx, at)) return again(tx, at, new Date(now.getTime() + AGAIN_MS))
  const holdsUp = !first.restricted && now.getTime() < due.getTime() - IMPORT_HOLDS_UP_MS
  if (holdsUp && (await isImporting(tx, datasetId))) return refuse(tx, at, first, 'importing', now)
  return stage(tx, at, { head, first, now })
}

type Due = { due: Date; publishAt: Date; restricted: boolean }
type At = { datasetId: string; profile: string; slug: string; name: string }

async function stage(
  tx: Tx,
  at: At,
  { head, first, now }: { head: Head; first: Due; now: Date },
): Promise<DueStep> {
  const { datasetId, profile } = at
  try {
    // Not a newer revision that nobody has published: it only takes away.
    const made = await tx.transaction((inner) =>
      stageRelease(
        inner,
        system('due-release'),
        { datasetId, profile, baseUrl: head.baseUrl ?? undefined },
        head,
      ),
    )
    await tx.insert(dueRelease).values({
      ...{ datasetId, profile, kind: 'staged', dueOn: dayOf(first.due) },
      releaseId: made.releaseId,
    })
    const version = nameOf({ version: made.version, profile })
    return { step: 'staged', version, releaseId: made.releaseId }
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'conflict') throw error
    return refuse(tx, at, first, 'erasing', now)
  }
}

/** The settings of the newest release of a profile. */
async function headOf(tx: Tx, { datasetId, profile }: At): Promise<Head | null> {
  const [head] = await tx
    .select({
      id: release.id,
      version: release.version,
      revisionId: release.revisionId,
      disclosure: release.disclosure,
      baseUrl: sql<string | null>`${release.facts} ->> 'baseUrl'`,
    })
    .from(releaseHead)
    .innerJoin(
      release,
      and(eq(release.datasetId, releaseHead.datasetId), eq(release.id, releaseHead.releaseId)),
    )
    .where(and(eq(releaseHead.datasetId, datasetId), eq(releaseHead.profile, profile)))
  return head ?? null
}

/**
 * Of what was promised for a profile and is not in its newest release: the first of all that is restricted, and of the rest; the one that has
 * to be published first is before the other. What was countered stays out meanwhile; what is contested because of other items is still
 * decided as it was promised. A release obeys the decisions in force, so what was taken back asks for nothing here.
 */
async function whatIsDue(tx: Tx, { datasetId, profile }: At, head: Head | null): Promise<Due[]> {
  const margin = await marginDays(tx, datasetId)
  const found = await tx.execute<{ due: number; publish: number; restricted: boolean }>(sql`
    select distinct on (f.restricted)
      f.restricted, extract(epoch from f.due_at)::float8 * 1000 as due, extract(epoch from f.publish_at)::float8 * 1000 as publish
    from (select k.restricted = 1 as restricted, p.due_at,
      case
        when k.restricted = 1
        then least(p.due_at - ${hours(RESTRICTED_WAITS_MS)}, p.created_at + ${hours(RESTRICTED_WAITS_MS)})
        -- Promised by tomorrow because its clock had run out (promiseRelease): whatever the margin is, at once.
        when p.due_at <= p.created_at + interval '25 hours' then p.created_at
        else p.due_at - make_interval(days => ${margin})
      end as publish_at
    from (
      select distinct on (request_id) request_id, due_at, created_at from release_promise
      where dataset_id = ${datasetId} and profile = ${profile}
      order by request_id, created_at desc) p
    join takedown_request q on q.id = p.request_id
    join category k on k.id = q.category
    where q.status not in ('withdrawn', 'retracted', 'restored', 'closed')
      -- Nor its rules (rulesInEffect), while a court holds it; when it goes on it is asked for again. Decisions about what is restricted hold all the same.
      and not (
        q.status = 'on_hold' and q.held_from <> 'countered'
        and (k.restricted = 0 or exists (select from suppression_rule r where r.request_id = q.id and r.ended_at is null)))
      -- What waits for a second person no release leaves out: one after the other would be made for it.
      and not exists (
        select from takedown_match m
        join review_case c on c.dataset_id = m.dataset_id and c.id = m.case_id
        join decision_waiting w on w.dataset_id = c.dataset_id and w.case_id = c.id and w.decision_id = c.decision_id
        where m.request_id = q.id)
      and not exists (
        select from suppression_rule r
        join decision_waiting w on w.dataset_id = r.dataset_id and w.decision_id = r.decision_id
        where r.request_id = q.id and r.ended_at is null)
      and ${head ? sql`not ${leavesOut({ datasetId, profile, releaseId: head.id })}` : sql`true`}
    ) f
    order by f.restricted, f.publish_at`)
  return found
    .map(({ due, publish, restricted }) => ({ due: new Date(due), publishAt: new Date(publish), restricted }))
    .sort((one, other) => one.publishAt.getTime() - other.publishAt.getTime())
}

export async function marginDays(tx: Tx, datasetId: string): Promise<number> {
  const [row] = await tx
    .select({ days: dueReleaseSetting.marginDays })
    .from(dueReleaseSetting)
    .where(eq(dueReleaseSetting.datasetId, datasetId))
  return row?.days ?? DEFAULT_MARGIN_DAYS
}

const hours = (ms: number) => sql`make_interval(hours => ${ms / HOUR_MS})`

async function isBeingMade(tx: Tx, { datasetId, profile }: At): Promise<boolean> {
  const [staged] = await tx
    .select({ id: release.id })
    .from(release)
    .where(and(eq(release.datasetId, datasetId), eq(release.profile, profile), eq(release.state, 'staged')))
  return staged !== undefined || (await headless(tx, datasetId, profile)) !== null
}

async function isImporting(tx: Tx, datasetId: string): Promise<boolean> {
  const [found] = await tx.execute<{ importing: boolean }>(sql`
    select exists (select from revision where dataset_id = ${datasetId} and state = 'importing') as importing`)
  return found?.importing ?? false
}

async function again(tx: Tx, { datasetId, profile }: At, at: Date): Promise<DueStep> {
  const key = `release.due/${datasetId}/${profile}/later`
  await enqueue(tx, 'release.due', { datasetId, profile }, { runAt: at, key })
  return { step: 'waits', until: at }
}

/** Said once for each day that something is due, whoever asks how often. */
async function announce(tx: Tx, at: At, due: Date, publishAt: Date): Promise<void> {
  const { datasetId, profile } = at
  const told = await tx
    .insert(dueRelease)
    .values({ datasetId, profile, kind: 'announced', dueOn: dayOf(due) })
    .onConflictDoNothing()
    .returning({ id: dueRelease.id })
  if (told.length === 0) return
  const [name, url] = [profileName(profile), publishUrl(at)]
  const data = { dataset: at.name, profile: name, publishAt, due: ourDay(due), url }
  for (const { email: to } of await membersOf(tx, datasetId, 'maintainer'))
    await enqueueMail(tx, { to, language, template: releaseDue, data })
}

async function refuse(
  tx: Tx,
  at: At,
  { due, restricted }: Due,
  reason: 'no_release' | 'importing' | 'erasing',
  now?: Date,
): Promise<DueStep> {
  // Without a release before it somebody has to choose: their release comes by itself then.
  if (now) await again(tx, at, new Date(now.getTime() + AGAIN_MS))
  // A letter about it would tell the maintainers what only officers may know of.
  if (restricted) return { step: 'refused', reason }
  const { datasetId, profile } = at
  const told = await tx
    .insert(dueRelease)
    .values({ datasetId, profile, kind: 'refused', dueOn: dayOf(due), reason })
    .onConflictDoNothing()
    .returning({ id: dueRelease.id })
  if (told.length > 0) {
    const [name, url] = [profileName(profile), publishUrl(at)]
    const data = { dataset: at.name, profile: name, reason, due: ourDay(due), url }
    for (const { email: to } of await membersOf(tx, datasetId, 'maintainer'))
      await enqueueMail(tx, { to, language, template: releaseRefused, data })
  }
  return { step: 'refused', reason }
}

const dayOf = (at: Date) => at.toISOString().slice(0, 10)
const profileName = (profile: string) => (profile === WORLD ? null : profile)
const publishUrl = ({ slug }: At) => env().url + paths.datasetPublish(slug)
