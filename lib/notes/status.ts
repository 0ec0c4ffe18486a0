export type NoteKind = 'note' | 'public' | 'skipped' | 'escalated' | 'vote' | 'decision'

/**
 * Whether somebody must not read a note (yet): it is of the open round, which is blind, and they may still vote in it. What whoever raised
 * the case wrote is for those who decide it, and they have no vote.
 */
export function isHidden(
  note: { kind: NoteKind; round: number; mine: boolean; raisedIt: boolean },
  found: {
    round: number
    status: 'open' | 'decided'
    stage: 'review' | 'adjudication' | 'escalation'
    votes: { blind: boolean }
  },
  lead: boolean,
): boolean {
  if (note.mine || note.raisedIt || note.kind === 'public' || note.kind === 'decision') return false
  const blindNow = found.status === 'open' && found.votes.blind && note.round === found.round
  return blindNow && !(lead && found.stage !== 'review')
}
