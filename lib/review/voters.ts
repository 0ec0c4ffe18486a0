import 'server-only'
import { type SQL, sql } from 'drizzle-orm'
import { type Db, db, type Tx } from '@/db/client'
import type { Actor, Member } from '@/lib/auth/actor'
import { can } from '@/lib/auth/permissions'
import { categoryInText } from '@/lib/detection/category-name'
import { forbidden } from '@/lib/errors'
import { holds } from '@/lib/golden/servable'
import { say } from '@/lib/i18n/say'

/**
 * Whether a vote of this member fills a quorum in the dataset: three accounts made today are nobody's agreement. The account is as
 * old as the dataset asks, somebody vouched for it (a verified address or an identity provider), and its latest answers to golden
 * items are not below what the dataset asks, as long as checks can come to them by which they recover.
 */
export async function fillsQuorum(tx: Tx, datasetId: string, { id }: Member): Promise<boolean> {
  const [row] = await tx.execute<{ counts: boolean }>(sql`
    select p.verified_at is not null
      and p.created_at <= now() - make_interval(days => coalesce(s.min_account_days, 0))
      and not exists (
        select from golden_standing st where st.dataset_id = ${datasetId} and st.person_id = p.id and ${holds}) as counts
    from person p
    left join review_settings s on s.dataset_id = ${datasetId}
    where p.id = ${id}`)
  return row?.counts ?? false
}

/** What keeps a member from voting on a case, whatever its votes are. */
export type Bar = 'recused' | 'maintains' | 'leads' | 'unasked' | 'declined' | 'enough' | 'pause' | 'rest'

/** How somebody stands to a case beside their role and their seat. */
export type Standing = {
  bar: Bar | null
  /** Nobody else is left who could decide it directly: then neither is somebody kept from it who reported it. */
  alone: boolean
}

type Asked = {
  datasetId: string
  id: string
  round: number
  category: string
  restricted: boolean
  queueId: string | null
}

/**
 * The same rules by which `claim_case` hands out cases, for whoever comes to one by another way; the database holds them. What somebody
 * claimed was asked then, but a conflict of interest holds from the moment in which it is declared. Their limits do not keep anybody
 * from answering what they have seen within a day: it counted then. Nobody but a lead, whom others ask, sees or answers what is sensitive
 * before they have said that they want to.
 *
 * What only safety officers see is bound by none of it, because the law's time runs: an officer who declared a conflict is kept from it
 * while another one is left.
 */
export async function standingOf(
  on: Db | Tx,
  actor: Member,
  found: Asked,
  { claimed }: { claimed: boolean },
): Promise<Standing> {
  const { datasetId, restricted } = found
  const maintains = actor.roles[datasetId]?.includes('maintainer') ?? false
  const aside = sql`stands_aside(${datasetId}, ${actor.id}, ${maintains})`
  const [row] = await on.execute<{ aside: Bar | null; bar: Bar | null; others: boolean }>(sql`
    select ${aside} as aside,
      ${restricted || claimed ? sql`null` : barOfQueue(actor, found)} as bar,
      ${othersLeft(actor, found)} as others`)
  if (!row) throw new Error('a row of constants is missing')
  const alone = !row.others
  if (restricted) return { bar: row.aside === 'recused' && !alone ? 'recused' : null, alone }
  return { bar: row.aside ?? row.bar, alone }
}

function barOfQueue(actor: Member, { datasetId, id, category, queueId }: Asked): SQL {
  const leads = can(actor, 'case.override', datasetId)
  return sql`case
  when ${!leads} and exists (
    select from review_queue q where q.dataset_id = ${datasetId} and q.id = ${queueId}::uuid and q.audience = 'lead') then 'leads'
  else (
    select b.bar from category_bars(${datasetId}, ${actor.id}) b
    where b.category = ${category} and (b.bar = 'declined' or (b.bar = 'unasked' and ${!leads})
      or (b.bar in ('enough', 'pause', 'rest') and not ${seenBy(actor, { datasetId, id })})))
  end`
}

/** Whether they uncovered it within a day, or had a claim of it that ended without a vote: then it counted as seen. */
export async function wasSeen(
  on: Db | Tx,
  actor: Member,
  found: { datasetId: string; id: string },
): Promise<boolean> {
  const [row] = await on.execute<{ seen: boolean }>(sql`select ${seenBy(actor, found)} as seen`)
  return row?.seen ?? false
}

const seenBy = ({ id: personId }: Member, { datasetId, id }: { datasetId: string; id: string }): SQL => sql`(
  exists (
    select from reveal r
    where r.person_id = ${personId} and r.dataset_id = ${datasetId} and r.case_id = ${id} and r.created_at > now() - interval '1 day')
  or exists (
    select from lease l
    where l.dataset_id = ${datasetId} and l.case_id = ${id} and l.reviewer_id = ${personId}
      and l.outcome in ('expired', 'released', 'skipped', 'escalated', 'resolved') and l.created_at > now() - interval '1 day'))`

/** Somebody else with the role that decides it directly, who is neither recused nor kept out by a seat. */
const othersLeft = (
  { id: personId }: Member,
  { datasetId, id, round, restricted }: Asked,
): SQL => sql`exists (
  select from ${
    restricted
      ? sql`(select person_id from site_membership where role = 'safety_officer')`
      : sql`(select person_id from membership where dataset_id = ${datasetId} and role = 'lead')`
  } m
  join person p on p.id = m.person_id and p.disabled_at is null
  where p.id <> ${personId} and stands_aside(${datasetId}, p.id, false) is null
    and not exists (
      select from case_seat s
      where s.dataset_id = ${datasetId} and s.case_id = ${id} and s.round = ${round} and s.person_id = p.id
        and s.kind in ('flagged', 'barred')))`

/** Why, and what to do about it. */
export const barInWords = (bar: Bar, category: string): string =>
  bar === 'unasked' || bar === 'declined' || bar === 'enough' || bar === 'rest'
    ? say(`review.bar.${bar}`, { category: categoryInText(category) })
    : say(`review.bar.${bar}`)

/** What they can change themselves, where they say what they see. */
export const isOwnChoice = (bar: Bar | null): boolean =>
  bar !== null && ['unasked', 'declined', 'enough', 'pause', 'rest', 'recused'].includes(bar)

/** Whether they declared an interest of their own in the dataset. */
export async function isRecused(
  { id }: Pick<Member, 'id'>,
  datasetId: string,
  on: Db | Tx = db(),
): Promise<boolean> {
  const [row] = await on.execute<{ recused: boolean }>(
    sql`select stands_aside(${datasetId}, ${id}, false) is not null as recused`,
  )
  return row?.recused ?? false
}

/** The same in words: the verb refuses by it (`refuseRecused`) and the screen disables by it. */
export const whyRecused = async (
  actor: Member,
  datasetId: string,
  on: Db | Tx = db(),
): Promise<string | undefined> =>
  (await isRecused(actor, datasetId, on)) ? say('review.bar.recused') : undefined

/** Refuses what is done about the dataset to whoever declared an interest of their own in it. */
export async function refuseRecused(tx: Tx, actor: Actor, datasetId: string): Promise<void> {
  const why = actor.kind === 'member' ? await whyRecused(actor, datasetId, tx) : undefined
  if (why) throw forbidden(why)
}
