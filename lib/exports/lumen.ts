import 'server-only'
import { and, eq, inArray } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { z } from 'zod'
import { db } from '@/db/client'
import { registerEntry, takedownLink } from '@/db/schema'
import type { Member } from '@/lib/auth/actor'
import { datasetBySlug } from '@/lib/datasets/queries'
import { paths } from '@/lib/paths'
import { type PublicEntry, registerPage } from '@/lib/register/queries'
import { registerFilter } from '@/lib/register/filter'
import { env } from '@/lib/runtime/env'
import { type LumenNotice, lumenNotice } from './lumen-notice'
import { mayExport } from './permission'

export const lumenInput = z.object({ dataset: z.string().max(64) })

/**
 * The published notices of a dataset for the Lumen database, newest first. Only what somebody released and whose embargo is over; an
 * address that was rescinded is listed apart, so that it can be withdrawn there too.
 */
export async function lumenNotices(
  actor: Member,
  { dataset: slug }: z.output<typeof lumenInput>,
): Promise<{ notices: LumenNotice[]; rescinded: string[] }> {
  const { id, name } = await datasetBySlug(slug)
  mayExport(actor, id)
  const { url } = env()
  const place = { url, host: new URL(url).host, dataset: { name, url: url + paths.dataset(slug) } }
  const entries = await everyEntry({ dataset: slug })
  const counters = await whatTheyCounter(entries)
  const notices = entries.flatMap((entry) => lumenNotice(entry, place, counters.get(entry.id)) ?? [])
  const rescinded = (await everyEntry({ dataset: slug, outcome: 'rescinded' })).map((entry) => entry.url)
  return { notices, rescinded }
}

/** Of each counter notice among these entries the address of the entry it answers, where that is among them. */
async function whatTheyCounter(entries: readonly PublicEntry[]): Promise<Map<string, string>> {
  const urls = new Map(entries.map(({ id, url }) => [id, url]))
  const [own, of] = [alias(registerEntry, 'own'), alias(registerEntry, 'of')]
  const rows = await db()
    .select({ id: own.id, of: of.id })
    .from(takedownLink)
    .innerJoin(own, eq(own.requestId, takedownLink.requestId))
    .innerJoin(of, eq(of.requestId, takedownLink.ofRequestId))
    .where(and(eq(takedownLink.kind, 'counters'), inArray(own.id, [...urls.keys()])))
  return new Map(
    rows.flatMap(({ id, of: answered }): [string, string][] => {
      const url = urls.get(answered)
      return url === undefined ? [] : [[id, url]]
    }),
  )
}

async function everyEntry(asked: Record<string, string>): Promise<PublicEntry[]> {
  const found: PublicEntry[] = []
  let after: string | null | undefined
  while (after !== null) {
    const page = await registerPage(registerFilter.parse({ ...asked, ...(after ? { after } : {}) }))
    found.push(...page.entries)
    after = page.next
  }
  return found
}
