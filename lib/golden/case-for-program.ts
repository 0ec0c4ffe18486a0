import 'server-only'
import { eq } from 'drizzle-orm'
import { db } from '@/db/client'
import { dataset } from '@/db/schema'
import type { Member } from '@/lib/auth/actor'
import { notFound } from '@/lib/errors'
import { caseNotes } from '@/lib/notes/queries'
import type { CaseDecision, CaseFlag } from '@/lib/review/case-facts'
import type { CaseView } from '@/lib/review/case-view'
import type { LeaseInput } from '@/lib/review/input'
import type { FoundPassages } from '@/lib/review/passages'
import { formatSent } from '@/lib/review/spans'
import type { Feedback } from './feedback'
import { shiftCase } from './view'

/**
 * A case as its page shows it, for a program that votes: with what a vote has to name (`round`, `findings`, `policyVersionId`, the reasons,
 * and of each passage what is sent for it). Made of the same view as the page, and as protected: what is masked or covered there is here,
 * places in it are in neither, and what somebody uncovered is on record. Nothing is in it that is not named below.
 */
export async function caseForProgram(actor: Member, { datasetId, caseId }: LeaseInput) {
  const [of] = await db().select({ slug: dataset.slug }).from(dataset).where(eq(dataset.id, datasetId))
  if (!of) throw notFound('case')
  const { view, check } = await shiftCase(actor, of.slug, caseId)
  const notes = await caseNotes(actor, view)
  return {
    ...whatItIs(view),
    ...whatIsShown(view),
    flags: view.flags.map(flagOf),
    passages: view.passages.map(passageOf),
    reasons: view.policy.reasons.map(({ code, label, guidance, actions }) => ({
      ...{ code, label, guidance, actions },
    })),
    occurrences: view.occurrences.map(({ revision, file, row }) => ({ revision, file, row })),
    decisions: view.decisions.map(decisionOf),
    notes: notes.map(({ at, by, kind, reason, text }) => ({ at, by, kind, reason, text })),
    check: check && checkOf(check),
  }
}

export type CaseForProgram = Awaited<ReturnType<typeof caseForProgram>>

const whatItIs = (view: CaseView) => ({
  datasetId: view.datasetId,
  caseId: view.id,
  dataset: view.dataset.slug,
  digest: view.digest,
  category: view.category,
  language: view.language,
  status: view.status,
  stage: view.stage,
  appealed: view.appealed,
  /** Why the decision before is contested. */
  grounds: view.grounds,
  round: view.round,
  findings: view.findingsVersion,
  policyVersionId: view.policy.id,
  policyNumber: view.policy.number,
  /** What its queue allows; null = whatever the reason does. */
  actions: view.actions,
  queue: view.queue && { id: view.queue.id, name: view.queue.name, why: view.queue.why },
  quorum: view.quorum,
  slots: view.slots,
  votes: {
    ...{ cast: view.votes.cast, mine: view.votes.mine, blind: view.votes.blind },
    shown: view.votes.shown.map(({ by, action, reasonCode, at }) => ({ by, action, reasonCode, at })),
  },
  claimed: view.claimed,
  severity: view.severity,
  score: view.score,
  priority: view.priority,
  takedowns: view.takedowns,
  openedAt: view.openedAt,
  dueAt: view.dueAt,
  overdue: view.overdue,
  /** What all decisions in force come to. */
  outcome: view.outcome,
  cannotDecide: view.cannotDecide ?? null,
})

const whatIsShown = (view: CaseView) => ({
  protection: view.protection,
  revealed: view.revealed,
  cannotUncover: view.cannotUncover ?? null,
  /** Null when the text was erased. Marks are places in what is shown here. */
  fields:
    view.fields?.map(({ name, text, marks }) => ({
      ...{ name, text },
      marks: marks.map(({ start, end, category, label }) => ({ start, end, category, label })),
    })) ?? null,
})

/** Who reported or asked is not said, as on the page; where it stands is what passages are for. */
const flagOf = ({ category, type, source, by, version, score, severity, weight }: CaseFlag) => ({
  ...{ category, type, source, score, severity, weight },
  by: source === 'detector' || source === 'import' ? `${by} ${version}`.trim() : null,
})

/** `send`: what stands for it among the `spans` of a vote. */
const passageOf = ({ category, type, source, field, own, at, names }: FoundPassages) => ({
  ...{ category, type, source, field, own },
  send:
    names?.map((name) => formatSent({ name })) ??
    at.flatMap((start, i) => (i % 2 === 0 ? [formatSent({ field, start, end: at[i + 1] ?? start })] : [])),
})

/** Without its passages: how long they are is how long what is masked is. */
const decisionOf = ({
  id,
  category,
  action,
  reasonCode,
  kind,
  scope,
  label,
  supersedes,
  by,
  at,
}: CaseDecision) => ({
  ...{ id, category, action, reasonCode, kind, scope, label, supersedes, by, at },
})

const checkOf = ({ passed, actions, reasons, rationale, retired }: Feedback) => ({
  ...{ passed, actions, rationale, retired },
  reasons: reasons.map(({ code }) => code),
})
