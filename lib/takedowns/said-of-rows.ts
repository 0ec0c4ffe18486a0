import 'server-only'
import { sql } from 'drizzle-orm'
import type { Db, Tx } from '@/db/client'
import { byteaArray } from '@/lib/datasets/arrays'
import { nameOf } from '@/lib/release-format/profile'
import type { CopyRow } from './copy-row'

type About = Pick<CopyRow, 'marked' | 'decided' | 'releases'>

/**
 * What was found in texts and decided of them, and what the newest releases do with them. Of restricted categories nothing, nothing of
 * who else asked about a text or reported it, and nothing that waits for a second person.
 */
export async function saidOf(
  on: Db | Tx,
  datasetId: string,
  digests: readonly Buffer[],
): Promise<Map<string, About>> {
  const about = new Map<string, About>(
    digests.map((digest) => [digest.toString('hex'), { marked: [], decided: [], releases: [] }]),
  )
  if (digests.length === 0) return about
  const wanted = byteaArray(digests)
  const flags = await on.execute<{ digest: string; category: string; kind: string; by: string }>(sql`
    select distinct encode(f.digest, 'hex') as digest, f.category, f.type as kind, f.source::text as by
    from flag f join category k on k.id = f.category and k.restricted = 0
    where f.dataset_id = ${datasetId} and f.digest = any(${wanted}) and f.source in ('detector', 'import') order by 1, 2, 3, 4`)
  for (const { digest, ...marked } of flags) about.get(digest)?.marked.push(marked)
  const decisions = await on.execute<{ digest: string; category: string; action: string; on: string }>(sql`
    select encode(c.digest, 'hex') as digest, c.category, d.action::text as action, to_char(d.created_at at time zone 'UTC', 'YYYY-MM-DD') as on
    from review_case c
    join category k on k.id = c.category and k.restricted = 0
    join decision_in_effect e on e.dataset_id = c.dataset_id and e.case_id = c.id
    join decision d on d.dataset_id = e.dataset_id and d.id = e.decision_id
    where c.dataset_id = ${datasetId} and not c.restricted and c.digest = any(${wanted}) order by 1, 2`)
  for (const { digest, ...decided } of decisions) about.get(digest)?.decided.push(decided)
  const releases = await on.execute<{
    digest: string
    version: string
    profile: string
    action: string | null
  }>(sql`
    select encode(w.digest, 'hex') as digest, r.version, r.profile, (
      select e.action::text from release_effect e
      where e.dataset_id = r.dataset_id and e.release_id = r.id and e.digest = w.digest
      order by array_position(array['remove', 'restrict', 'redact', 'label'], e.action::text) limit 1) as action
    from unnest(${wanted}) as w (digest)
    join release_head h on h.dataset_id = ${datasetId}
    join release r on r.dataset_id = h.dataset_id and r.id = h.release_id and r.state = 'published'
    join takedown_candidate c on c.dataset_id = h.dataset_id and c.digest = w.digest and c.revision_id = r.revision_id
    group by w.digest, r.version, r.profile, r.dataset_id, r.id order by 1, 2`)
  for (const { digest, version, profile, action } of releases) {
    const out = action === 'remove' || action === 'restrict'
    const row = out ? 'left_out' : action === 'redact' ? 'masked' : 'as_it_is'
    about.get(digest)?.releases.push({ release: nameOf({ version, profile }), row })
  }
  return about
}
