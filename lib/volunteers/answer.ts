import 'server-only'
import { eq } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { volunteerApplication } from '@/db/schema'
import type { Member } from '@/lib/auth/actor'
import { authorize } from '@/lib/auth/authorize'
import { conflict, invalid } from '@/lib/errors'
import { say } from '@/lib/i18n/say'
import { enqueue } from '@/lib/jobs/enqueue'
import { enqueueMail } from '@/lib/mail/outbox'
import { volunteerAnswer } from '@/lib/mail/templates/volunteer-answer'
import { paths } from '@/lib/paths'
import { admitReviewer } from '@/lib/people/grant-role'
import { recuse } from '@/lib/review/preferences'
import { env } from '@/lib/runtime/env'
import { lockApplication, sealWords } from './application'
import type { AnswerInput } from './input'
import { KEPT_DAYS } from './labels'

export type Answered = { pseudonym: string; dataset: string; accepted: boolean }

/**
 * A lead takes a volunteer among the reviewers, or does not; whoever asked is told, with the lead's words. Whoever declared an interest of
 * their own can be taken in as one who is kept out of the dataset's cases, as if they had said so where they say what they see.
 */
export async function answer(
  tx: Tx,
  actor: Member,
  { applicationId, answer: given, note, keepOut }: AnswerInput,
): Promise<Answered> {
  const found = await lockApplication(tx, { id: applicationId })
  const { datasetId, slug, datasetName, personId, words } = found
  authorize(actor, 'volunteer.answer', { datasetId, visible: false, what: 'application' })
  if (found.state !== 'waiting' || personId === null || !words) throw conflict(say('join.errors.answered'))
  const accepted = given === 'accept'
  const recused = accepted && keepOut === 'on'
  if (recused && words.interest === '') throw invalid(say('join.errors.noInterest'))
  if (accepted) await admitReviewer(tx, actor, { personId, datasetId, slug })
  if (recused) await recuse(tx, personId, datasetId)
  await tx
    .update(volunteerApplication)
    .set({
      state: accepted ? 'accepted' : 'declined',
      answeredBy: actor.id,
      answeredAt: new Date(),
      sealed: await sealWords(tx, found.id, { ...words, answer: note }),
    })
    .where(eq(volunteerApplication.id, found.id))
  const url = env().url + (accepted ? paths.queues() : paths.join())
  await enqueueMail(tx, {
    to: words.email,
    language: words.language,
    template: volunteerAnswer,
    data: { dataset: datasetName, accepted, recused, note, url },
    applicationId: found.id,
  })
  const runAt = new Date(Date.now() + KEPT_DAYS * 86_400_000)
  await enqueue(tx, 'volunteer.retain', { applicationId: found.id }, { runAt })
  return { pseudonym: words.pseudonym, dataset: datasetName, accepted }
}
