import 'server-only'
import { and, asc, desc, eq, gt } from 'drizzle-orm'
import { db } from '@/db/client'
import { dataset, pendingFeed } from '@/db/schema'
import { notFound } from '@/lib/errors'
import { namesTag } from '@/lib/http/byte-range'
import { WORLD } from '@/lib/release-format/profile'
import type { Audience } from './collect'

/** A list may be asked for again every minute; whoever keeps the last one asks by its tag, or for what came since. */
const PUBLIC = 'public, max-age=60'
const PRIVATE = 'private, no-store'

/**
 * Answers `pending-removals.json`: the signed list of a profile (`?profile=`, the world's if left out), or, with `?since=<serial>`, an
 * array of signed changes behind that one. Of a list that is older than the release, the array is the whole list.
 */
export async function pendingResponse(request: Request, slug: string, audience: Audience): Promise<Response> {
  const asked = new URL(request.url).searchParams
  const here = and(
    eq(dataset.slug, slug),
    eq(pendingFeed.profile, asked.get('profile') ?? WORLD),
    eq(pendingFeed.audience, audience),
  )
  const since = asked.get('since')
  const body = since === null ? await wholeList(here) : await changesSince(here, numberOf(since))
  const tag = `"${body.serial}${since === null ? '' : `-${since}`}"`
  const headers = {
    'content-type': 'application/json',
    'cache-control': audience === 'public' ? PUBLIC : PRIVATE,
    etag: tag,
    'x-content-type-options': 'nosniff',
    ...(audience === 'public' ? { 'access-control-allow-origin': '*' } : {}),
  }
  if (namesTag(request.headers.get('if-none-match'), tag)) return new Response(null, { status: 304, headers })
  return new Response(request.method === 'HEAD' ? null : Uint8Array.from(body.bytes), { headers })
}

type Here = ReturnType<typeof and>

async function wholeList(here: Here): Promise<{ serial: number; bytes: Uint8Array }> {
  const [newest] = await db()
    .select({ serial: pendingFeed.serial, bytes: pendingFeed.whole })
    .from(pendingFeed)
    .innerJoin(dataset, eq(dataset.id, pendingFeed.datasetId))
    .where(here)
    .orderBy(desc(pendingFeed.serial))
    .limit(1)
  if (!newest) throw notFound('file')
  return newest
}

async function changesSince(here: Here, since: number): Promise<{ serial: number; bytes: Uint8Array }> {
  const changes = await db()
    .select({ serial: pendingFeed.serial, bytes: pendingFeed.change })
    .from(pendingFeed)
    .innerJoin(dataset, eq(dataset.id, pendingFeed.datasetId))
    .where(and(here, gt(pendingFeed.serial, since)))
    .orderBy(asc(pendingFeed.serial))
  const newest = await wholeList(here)
  const isGapless = changes[0] === undefined || changes[0].serial === since + 1
  const envelopes = isGapless ? changes.map(({ bytes }) => bytes) : [newest.bytes]
  const parts = envelopes.flatMap((bytes, i) => (i === 0 ? [bytes] : [Buffer.from(','), bytes]))
  return { serial: newest.serial, bytes: Buffer.concat([Buffer.from('['), ...parts, Buffer.from(']')]) }
}

/** What is no number of a list is before the first of them. */
const numberOf = (text: string) => (/^\d{1,9}$/.test(text) ? Number(text) : -1)
