import 'server-only'
import { eq, max } from 'drizzle-orm'
import { z } from 'zod'
import { transact, type Tx } from '@/db/client'
import { takedownRequest, takedownTarget } from '@/db/schema'
import { keepAttachments } from '@/lib/attachments/keep'
import { withFiles, type WithFiles } from '@/lib/attachments/input'
import type { Visitor } from '@/lib/auth/actor'
import { requester } from '@/lib/auth/load-actor'
import { invalid } from '@/lib/errors'
import { asks, say } from '@/lib/i18n/say'
import { CURRENT_ATTESTATION, isOffered, languageOf, type TakedownKind } from './attestations'
import { resumeClocks } from './clocks'
import { contactOf, reviseContact } from './contact'
import { type Element, elementsNamed } from './elements'
import { readIn } from './form-version'
import { answerTo, someTargets } from './input'
import { giveInfoInput } from './process-input'
import { recount } from './reach-record'
import { readTargets } from './read-targets'
import { insertTargets } from './insert-request'
import type { LockedRequest } from './request-row'
import { readAnew } from './scan'
import { lastEvent } from './said'
import { startWork } from './start-work'
import { nextStatus } from './status'
import { take, tracked } from './take'

/**
 * The requester gives what was asked for, with the tracking link. Only that is read; everything else stays as it was. The request is
 * received anew, as a revision of itself: an event says what changed, and it is looked for again.
 */
export async function giveInfo(
  tx: Tx,
  _visitor: Visitor,
  { token, files = [], ...given }: z.output<typeof giveInfoInput> & Partial<WithFiles>,
): Promise<{ given: string[] }> {
  const request = await tracked(tx, token)
  nextStatus(request.status, 'give_info')
  const asked = await missingOf(tx, request)
  const answers = schemaOf(request.kind, asked).parse(given)
  const contact = await contactOf(tx, request.id)
  if (!contact) throw invalid(say('process.errors.erased'))

  const { targets, misread } = await addTargets(tx, request, answers.targets)
  const { name = contact.name, ...rest } = Object.fromEntries(
    asked.flatMap((element) => ('question' in element ? [[element.name, answers[element.name] ?? '']] : [])),
  )
  const { attestation } = answers
  const words = readIn(languageOf(attestation ?? ''), request.kind)
  const readNow = asked.flatMap(({ name: of }) => (words[of] === undefined ? [] : [[of, words[of]]]))
  await reviseContact(tx, request.id, {
    ...{ ...contact, name, answers: { ...contact.answers, ...rest } },
    asked: { ...contact.asked, ...Object.fromEntries(readNow) },
  })
  const declares = attestation !== undefined && asked.some((element) => 'wording' in element)
  if (declares)
    await tx.update(takedownRequest).set({ attestation }).where(eq(takedownRequest.id, request.id))
  await keepAttachments(tx, request, files)
  const changed = asked.map((element) => element.name)
  const taken = await take(tx, requester(request.id), request, 'give_info', {
    type: 'info_given',
    data: {
      changed,
      targets,
      ...(misread > 0 ? { misread } : {}),
      ...(declares ? { attestation } : {}),
      ...(files.length > 0 ? { files: files.length } : {}),
    },
  })
  await resumeClocks(tx, requester(request.id), taken)
  await startWork(tx, taken)
  return { given: changed }
}

/** What the page sends. Of its files nothing is read for a link that is none, or that nothing is asked of. */
export const giveInfoForm = withFiles(giveInfoInput, async ({ token }) => {
  const { status } = await transact((tx) => tracked(tx, token))
  nextStatus(status, 'give_info')
})

/** What was asked for last. */
export async function missingOf(
  on: Parameters<typeof lastEvent>[0],
  { id, kind }: Pick<LockedRequest, 'id' | 'kind'>,
): Promise<Element[]> {
  const missing = (await lastEvent(on, id, ['needs_info']))?.data.missing
  return elementsNamed(kind, Array.isArray(missing) ? missing : [])
}

/** Everything that was asked for is needed now, also what the form of a new request would let pass. */
function schemaOf(kind: TakedownKind, asked: readonly Element[]): z.ZodType<Record<string, string>, unknown> {
  const fields: Record<string, z.ZodType<string, unknown>> = Object.fromEntries(
    asked.map((element) => {
      if ('question' in element)
        return [element.name, answerTo(element.question, Math.max(1, element.question.min))]
      if ('wording' in element)
        return [element.name, z.literal('on', asks(`takedowns.attestations.${element.wording}.missing`))]
      return [element.name, someTargets]
    }),
  )
  const attestation = z
    .string()
    .default(CURRENT_ATTESTATION[kind])
    .refine((read) => isOffered(kind, read), asks('takedowns.input.declaredOtherwise'))
  return z.object({ ...fields, attestation })
}

/** Adds what is named now to what was named before. Throws `invalid` when there is nothing to look for in it. */
async function addTargets(
  tx: Tx,
  request: LockedRequest,
  text: string | undefined,
): Promise<{ targets: number; misread: number }> {
  if (text === undefined) return { targets: 0, misread: 0 }
  const { targets, misread } = readTargets({ kind: request.kind, targets: text, answers: {} })
  const [last] = await tx
    .select({ ordinal: max(takedownTarget.ordinal) })
    .from(takedownTarget)
    .where(eq(takedownTarget.requestId, request.id))
  await recount(tx, request.id)
  await readAnew(tx, request.id)
  await insertTargets(tx, request, targets, (last?.ordinal ?? -1) + 1)
  return { targets: targets.length, misread: misread.length }
}
