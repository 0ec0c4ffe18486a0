import 'server-only'
import { sql } from 'drizzle-orm'
import { db } from '@/db/client'
import type { Member } from '@/lib/auth/actor'
import { can } from '@/lib/auth/permissions'
import { openAll, type Place } from '@/lib/crypto/subject-seal'
import { servingOf } from '@/lib/golden/serving'
import { UNDO_SECONDS } from '@/lib/review/held-vote'
import { isHidden, type NoteKind } from './status'

export type CaseNote = {
  id: string
  at: Date
  by: string
  kind: NoteKind
  /** Code of a reason, where one belongs to it. */
  reason: string
  /** Empty where only a reason was given. */
  text: string
}

/** A case as far as it says who reads which note. */
type Noted = {
  id: string
  datasetId: string
  restricted: boolean
  round: number
  status: 'open' | 'decided'
  stage: 'review' | 'adjudication' | 'escalation'
  votes: { blind: boolean }
}

type Row = Omit<CaseNote, 'text' | 'at'> & {
  at: string
  personId: string
  round: number
  place: Place
  note: Buffer | null
  /** They sit as who flagged it. */
  raisedIt: boolean
}

/**
 * What was written on a case, oldest first: notes, and those that came with votes, skips, escalations and decisions. While votes
 * are blind nobody reads what another wrote in that round, as it would tell what they think and that it was they; a lead who is
 * asked to decide reads it all.
 */
export async function caseNotes(actor: Member, found: Noted): Promise<CaseNote[]> {
  const serving = await servingOf(db(), actor, found)
  const caseId = serving?.caseId ?? found.id
  const rows = await db().execute<Row>(sql`
    select n.*, p.pseudonym as by, n.kind in ('note', 'escalated') and exists (
        select from case_seat s where s.dataset_id = ${found.datasetId} and s.case_id = ${caseId} and s.round = n.round
          and s.person_id = n."personId" and s.kind = 'flagged') as "raisedIt"
    from (
      select id, created_at as at, person_id as "personId", kind, reason, round, note, 'case_note.note' as place
      from case_note where dataset_id = ${found.datasetId} and case_id = ${caseId}
      union all
      select id, created_at, reviewer_id, 'vote', reason_code, round, note, 'review.note'
      from review where dataset_id = ${found.datasetId} and case_id = ${caseId} and note is not null
      union all
      select id, created_at, decider_id, 'decision', reason_code, round, note, 'decision.note'
      from decision d where dataset_id = ${found.datasetId} and case_id = ${caseId} and note is not null and decider_id is not null
        and not exists (select from review v where v.dataset_id = d.dataset_id and v.case_id = d.case_id and v.round = d.round
          and v.reviewer_id = d.decider_id)
      union all
      -- Once it cannot be taken back, as of a case.
      select id, ended_at, person_id, outcome::text, reason_code, 1, objection, 'golden_serving.objection'
      from golden_serving where dataset_id = ${found.datasetId} and id = ${serving?.id ?? null}::uuid
        and outcome in ('skipped', 'escalated') and reason_code is not null
        and ended_at < clock_timestamp() - make_interval(secs => ${UNDO_SECONDS})
    ) n join person p on p.id = n."personId"
    where ${serving ? sql`n."personId" = ${actor.id} and n.at >= ${serving.openedAt.toISOString()}::timestamptz` : sql`true`}
    order by n.at, n.id limit 200`)
  // Of what is restricted, officers are the leads.
  const lead = found.restricted
    ? can(actor, 'restricted.handle')
    : can(actor, 'case.override', found.datasetId)
  const shown = rows.filter((row) => !isHidden({ ...row, mine: row.personId === actor.id }, found, lead))
  const texts = await openAll(
    db(),
    shown.flatMap(({ note, place }) => (note ? [{ place, sealed: note }] : [])),
  )
  return shown.flatMap(({ id, at, by, kind, reason, note }) => {
    const opened = note ? texts.shift() : undefined
    // Erased with its item.
    if (note && !opened) return []
    return [{ id, at: new Date(at), by, kind, reason, text: opened?.toString('utf8') ?? '' }]
  })
}
