import 'server-only'
import { and, eq, isNotNull, sql } from 'drizzle-orm'
import { db, transact, type Tx } from '@/db/client'
import { copyHolder, copyHolding, dataset } from '@/db/schema'
import { enqueueMail } from '@/lib/mail/outbox'
import { copyNews } from '@/lib/mail/templates/copy-news'
import { paths } from '@/lib/paths'
import type { Audience } from '@/lib/pending/collect'
import { nameOf } from '@/lib/release-format/profile'
import { env } from '@/lib/runtime/env'
import { openHolders } from './holder'

/**
 * Tells everybody who keeps a copy of a dataset what is new since their last letter, in one letter: releases, what has to be said of
 * older ones, and what is pending. How far somebody was told is moved with their letter, so a job that runs again tells nobody twice.
 */
export async function tellHolders(datasetId: string, signal?: AbortSignal): Promise<number> {
  const holders = await db()
    .select({ id: copyHolding.holderId })
    .from(copyHolding)
    .innerJoin(copyHolder, eq(copyHolder.id, copyHolding.holderId))
    .where(
      and(
        eq(copyHolding.datasetId, datasetId),
        eq(copyHolder.state, 'active'),
        isNotNull(copyHolder.lettersSince),
      ),
    )
    .orderBy(copyHolding.holderId)
  let told = 0
  for (const { id } of holders) {
    signal?.throwIfAborted()
    if (await transact((tx) => tellOne(tx, datasetId, id))) told += 1
  }
  return told
}

async function tellOne(tx: Tx, datasetId: string, holderId: string): Promise<boolean> {
  const here = and(eq(copyHolding.datasetId, datasetId), eq(copyHolding.holderId, holderId))
  const [holding] = await tx.select().from(copyHolding).where(here).for('update')
  const [holder] = await tx
    .select({ sealed: copyHolder.sealed, lettersSince: copyHolder.lettersSince })
    .from(copyHolder)
    .where(eq(copyHolder.id, holderId))
  const [words] = await openHolders(tx, [holder?.sealed ?? null])
  if (!holding || !words || !holder?.lettersSince) return false
  const approved = holding.approvalId !== null
  const news = await newsSince(tx, datasetId, holding.toldUntil, approved ? 'holders' : 'public')
  const latest = Math.max(0, ...news.map(({ at }) => at))
  if (latest === 0) return false
  await tx
    .update(copyHolding)
    .set({ toldUntil: new Date(latest) })
    .where(here)
  const [of] = await tx
    .select({ slug: dataset.slug, name: dataset.name })
    .from(dataset)
    .where(eq(dataset.id, datasetId))
  if (!of) return false
  const url = env().url
  await enqueueMail(tx, {
    to: words.email,
    language: words.language,
    template: copyNews,
    data: {
      dataset: of.name,
      news: news.map(({ kind, version, profile, notice, rows }) => {
        const name = nameOf({ version, profile })
        if (kind === 'release') return { kind, name, url: url + paths.release(of.slug, name) }
        if (kind === 'notice') return { kind, name, notice, url: url + paths.release(of.slug, name) }
        return {
          kind,
          name,
          rows,
          url: url + paths.copiesPending(words.page, of.slug, { profile, restricted: approved }),
        }
      }),
      pageUrl: url + paths.copiesPage(words.page),
    },
    holderId,
  })
  return true
}

type News = {
  kind: 'release' | 'notice' | 'pending'
  version: string
  profile: string
  notice: string
  rows: number
  /** Milliseconds since 1970, rounded up: what was told is not after it. */
  at: number
}

/** Oldest first. A list that is empty again tells nothing: the release that made it so does. */
async function newsSince(tx: Tx, datasetId: string, since: Date, audience: Audience): Promise<News[]> {
  const rows = await tx.execute<News>(sql`
    select kind, version, profile, notice, rows::float8 as rows, ceil(extract(epoch from at) * 1000)::float8 as at from (
      select 'release' as kind, version, profile, '' as notice, 0 as rows, published_at as at
      from release where dataset_id = ${datasetId} and state = 'published' and published_at > ${since.toISOString()}::timestamptz
      union all
      select 'notice', r.version, r.profile, n.kind::text, 0, n.created_at
      from release_notice n join release r on r.dataset_id = n.dataset_id and r.id = n.release_id
      where n.dataset_id = ${datasetId} and n.created_at > ${since.toISOString()}::timestamptz
      union all
      select 'pending', version, profile, '', rows, created_at from (
        select distinct on (f.profile) r.version, f.profile, f.rows, f.created_at
        from pending_feed f join release r on r.dataset_id = f.dataset_id and r.id = f.release_id
        where f.dataset_id = ${datasetId} and f.audience = ${audience}
        order by f.profile, f.serial desc) latest
      where rows > 0 and created_at > ${since.toISOString()}::timestamptz) news
    order by at`)
  return [...rows]
}
