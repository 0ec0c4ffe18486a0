import 'server-only'
import { randomUUID } from 'node:crypto'
import { and, eq } from 'drizzle-orm'
import type { z } from 'zod'
import type { Tx } from '@/db/client'
import { copyHolder, copyHolding, dataset, release } from '@/db/schema'
import type { Visitor } from '@/lib/auth/actor'
import { conflict, invalid, notFound } from '@/lib/errors'
import { type Limit, withinLimit } from '@/lib/http/rate-limit'
import { localeOfReader, say } from '@/lib/i18n/say'
import { enqueue } from '@/lib/jobs/enqueue'
import { enqueueMail } from '@/lib/mail/outbox'
import { copyConfirm } from '@/lib/mail/templates/copy-confirm'
import { copyWelcome } from '@/lib/mail/templates/copy-welcome'
import { paths } from '@/lib/paths'
import { env } from '@/lib/runtime/env'
import { newSecret, openHolders, sealHolder, secretHash } from './holder'
import type { linkInput, RegisterInput } from './input'
import { CONFIRM_HOURS, KEPT_DAYS } from './labels'

/** Per network and hour. */
export const REGISTER_LIMIT: Limit = { name: 'copies/register', max: 10, windowSeconds: 3600 }
/** Per network and hour: far more than anybody's own links need, far too few to guess 256 bits. */
export const LINK_LIMIT: Limit = { name: 'copies/link', max: 60, windowSeconds: 3600 }
/** Letters to one unconfirmed address in a day: nobody's mailbox is filled by others. */
export const ADDRESS_LIMIT: Limit = { name: 'copies/address', max: 3, windowSeconds: 86_400 }

const HOUR_MS = 3_600_000

/** Takes in somebody who keeps a copy. Nobody sees them until their address is confirmed; the answer is the same whatever is true of it. */
export async function register(tx: Tx, _visitor: Visitor, input: RegisterInput): Promise<{ sent: true }> {
  const { name, organisation, email, dataset: slug, version, website } = input
  if (website !== '') return { sent: true }
  const datasetId = await publishedDataset(tx, slug)
  const language = localeOfReader()
  const [id, confirm, page] = [randomUUID(), newSecret(), newSecret()]
  const expiresAt = new Date(Date.now() + CONFIRM_HOURS * HOUR_MS)
  await tx.insert(copyHolder).values({
    ...{ id, state: 'sent', expiresAt, retainUntil: expiresAt },
    sealed: await sealHolder(tx, id, { name, organisation, email, page: page.secret, language }),
    confirmHash: confirm.hash,
    pageHash: page.hash,
  })
  await tx.insert(copyHolding).values({ datasetId, holderId: id, version })
  await enqueue(tx, 'copies.retain', { holderId: id }, { runAt: expiresAt })
  if (await withinLimit(tx, ADDRESS_LIMIT, email)) {
    const data = { url: env().url + paths.copiesConfirm(confirm.secret), hours: CONFIRM_HOURS }
    await enqueueMail(tx, { to: email, language, template: copyConfirm, data, holderId: id })
  }
  return { sent: true }
}

/** Confirms the address: from here on they get letters, and maintainers see them. Answers with the secret of their page. */
export async function confirmHolder(
  tx: Tx,
  _visitor: Visitor,
  { token }: z.output<typeof linkInput>,
): Promise<{ page: string }> {
  const [found] = await tx
    .select()
    .from(copyHolder)
    .where(eq(copyHolder.confirmHash, secretHash(token)))
    .for('update')
  if (!found) throw notFound('link')
  const [words] = await openHolders(tx, [found.sealed])
  if (found.confirmedAt) throw conflict(say('copies.errors.confirmed'))
  if (!words || found.state !== 'sent' || found.expiresAt <= new Date())
    throw conflict(say('copies.errors.over'))
  const now = new Date()
  const retainUntil = keptUntil(now)
  await tx
    .update(copyHolder)
    .set({ state: 'active', confirmedAt: now, lettersSince: now, retainUntil })
    .where(eq(copyHolder.id, found.id))
  await tx.update(copyHolding).set({ toldUntil: now }).where(eq(copyHolding.holderId, found.id))
  await enqueue(tx, 'copies.retain', { holderId: found.id }, { runAt: retainUntil })
  const data = { url: env().url + paths.copiesPage(words.page) }
  await enqueueMail(tx, {
    ...{ to: words.email, language: words.language, holderId: found.id },
    ...{ template: copyWelcome, data },
  })
  return { page: words.page }
}

export const keptUntil = (now: Date): Date => new Date(now.getTime() + KEPT_DAYS * 24 * HOUR_MS)

/** A dataset that something was published of: nobody else has copies. */
export async function publishedDataset(tx: Tx, slug: string): Promise<string> {
  const [found] = await tx
    .select({ id: dataset.id })
    .from(dataset)
    .innerJoin(release, and(eq(release.datasetId, dataset.id), eq(release.state, 'published')))
    .where(eq(dataset.slug, slug))
    .limit(1)
  if (!found) throw invalid(say('copies.errors.dataset'), { dataset: [say('copies.errors.dataset')] })
  return found.id
}
