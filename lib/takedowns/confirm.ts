import 'server-only'
import { eq } from 'drizzle-orm'
import type { z } from 'zod'
import type { Tx } from '@/db/client'
import { takedownConfirmation } from '@/db/schema'
import type { Visitor } from '@/lib/auth/actor'
import { notFound } from '@/lib/errors'
import type { Limit } from '@/lib/http/rate-limit'
import { fileBeside } from './beside'
import { contactOf } from './contact'
import type { confirmInput } from './input'
import { lockRequest } from './request-row'
import { may, nextStatus, StepAlreadyTaken, StepRefused } from './status'
import { takeUp } from './take-up'
import { tokenHash } from './tokens'

/** Per network and hour: far more than anybody's own links need, far too few to guess 256 bits. */
export const LINK_LIMIT: Limit = { name: 'takedown/link', max: 60, windowSeconds: 3600 }

/**
 * Confirms the address a request was sent with; from here on it is worked on. The link is used up, and answers with the
 * secret of the tracking link. Throws not_found for a link that never was, {@link StepAlreadyTaken} for a used one (the
 * tracking link is then only in the mail), {@link StepRefused} for one that has run out.
 */
export async function confirm(
  tx: Tx,
  _visitor: Visitor,
  { token }: z.output<typeof confirmInput>,
): Promise<{ tracking: string }> {
  const link = await lockLink(tx, token)
  const request = await lockRequest(tx, link.requestId)
  if (link.usedAt) throw new StepAlreadyTaken(request.status)
  if (link.expiresAt <= new Date()) throw new StepRefused('expired', 'confirm')
  nextStatus(request.status, 'confirm')
  const contact = await contactOf(tx, request.id)
  if (!contact) throw new StepRefused('expired', 'confirm')

  await tx
    .update(takedownConfirmation)
    .set({ usedAt: new Date() })
    .where(eq(takedownConfirmation.tokenHash, link.tokenHash))
  await takeUp(tx, request, contact)
  await fileBeside(tx, request, contact)
  for (const id of contact.others ?? []) await confirmOther(tx, id)
  return { tracking: contact.tracking }
}

/** The same, sent in one with it, about another dataset. */
async function confirmOther(tx: Tx, requestId: string): Promise<void> {
  const request = await lockRequest(tx, requestId)
  const contact = await contactOf(tx, requestId)
  if (!contact || !may(request.status, 'confirm')) return
  await takeUp(tx, request, contact)
  await fileBeside(tx, request, contact)
}

/** The lock makes two presses of the button one after the other: the second finds the link used. */
async function lockLink(tx: Tx, token: string) {
  const tokenIs = eq(takedownConfirmation.tokenHash, tokenHash(token))
  const [link] = await tx
    .select({
      tokenHash: takedownConfirmation.tokenHash,
      requestId: takedownConfirmation.requestId,
      expiresAt: takedownConfirmation.expiresAt,
      usedAt: takedownConfirmation.usedAt,
    })
    .from(takedownConfirmation)
    .where(tokenIs)
    .for('update')
  if (!link) throw notFound('link')
  return link
}
