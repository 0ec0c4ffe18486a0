import 'server-only'
import { z } from 'zod'
import type { Member } from '@/lib/auth/actor'
import { datasetBySlug } from '@/lib/datasets/queries'
import { paths } from '@/lib/paths'
import { type PublicEntry, registerPage } from '@/lib/register/queries'
import { registerFilter } from '@/lib/register/filter'
import { env } from '@/lib/runtime/env'
import { type LumenNotice, lumenNotice } from './lumen-notice'
import { mayExport } from './permission'

export const lumenInput = z.object({ dataset: z.string().max(64) })

/** Most notices of one file. */
const MOST = 1_000

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
  const notices = (await everyEntry({ dataset: slug })).flatMap((entry) => lumenNotice(entry, place) ?? [])
  const rescinded = (await everyEntry({ dataset: slug, outcome: 'rescinded' })).map((entry) => entry.url)
  return { notices: notices.slice(0, MOST), rescinded }
}

async function everyEntry(asked: Record<string, string>): Promise<PublicEntry[]> {
  const found: PublicEntry[] = []
  let after: string | null | undefined
  while (after !== null && found.length < MOST) {
    const page = await registerPage(registerFilter.parse({ ...asked, ...(after ? { after } : {}) }))
    found.push(...page.entries)
    after = page.next
  }
  return found
}
