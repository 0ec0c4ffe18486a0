import 'server-only'
import type { Tx } from '@/db/client'
import { caseNote } from '@/db/schema'
import type { Member } from '@/lib/auth/actor'
import { authorize } from '@/lib/auth/authorize'
import { conflict, notFound } from '@/lib/errors'
import { servingOf } from '@/lib/golden/serving'
import { say } from '@/lib/i18n/say'
import { lockCase } from '@/lib/review/case-row'
import { sealedNote } from '@/lib/review/sealed-note'
import { mayView } from '@/lib/review/status'
import type { NoteInput } from './input'

/**
 * Writes a note on a case, under its item's key: it may quote the text, and goes when that is erased. One for the team is for
 * whoever may read the case (`caseNotes` says who reads which when); a public one is a lead's, and told with the outcome to those
 * who asked. A note is never changed.
 */
export async function addNote(
  tx: Tx,
  actor: Member,
  { datasetId, caseId, text, audience }: NoteInput,
): Promise<{ audience: NoteInput['audience'] }> {
  // A golden item looks like a case: what is noted there stands on the case it was made of.
  const serving = await servingOf(tx, actor, { datasetId, id: caseId })
  const found = await lockCase(tx, datasetId, serving?.caseId ?? caseId)
  if (!found || !mayView(actor, found)) throw notFound('case')
  if (audience === 'public') {
    authorize(actor, 'case.override', { datasetId })
    if (found.takedowns === 0 || found.restricted || serving) throw conflict(say('review.note.nobodyAsked'))
  }
  await tx.insert(caseNote).values({
    datasetId,
    caseId: found.id,
    round: found.round,
    personId: actor.id,
    kind: audience === 'public' ? 'public' : 'note',
    reason: '',
    note: await sealedNote(tx, found, 'case_note.note', text),
  })
  return { audience }
}
