import 'server-only'
import { and, desc, eq, type SQL, sql } from 'drizzle-orm'
import { z } from 'zod'
import { db } from '@/db/client'
import { mailMessage } from '@/db/schema'
import type { Actor } from '@/lib/auth/actor'
import { authorize } from '@/lib/auth/authorize'
import { can } from '@/lib/auth/permissions'
import { notFound } from '@/lib/errors'
import { retold } from '@/lib/i18n/kept'
import { env } from '@/lib/runtime/env'
import { type Letter, openLetter, openLetters } from './outbox'
import { canSend } from './smtp'
import { reportsInSight } from './templates/reports-in-sight'
import { urgentWaits } from './templates/urgent-waits'

const PAGE = 200

const columns = {
  id: mailMessage.id,
  template: mailMessage.template,
  state: mailMessage.state,
  attempts: mailMessage.attempts,
  lastError: mailMessage.lastError,
  createdAt: mailMessage.createdAt,
  sentAt: mailMessage.sentAt,
  sealed: mailMessage.sealed,
}

/** The latest letters, newest first. For admins: they hold secret links. */
export async function mailbox(actor: Actor) {
  authorize(actor, 'mailbox.read', { visible: false, what: 'page' })
  const rows = await db()
    .select(columns)
    .from(mailMessage)
    .where(hiddenFrom(actor))
    .orderBy(desc(mailMessage.createdAt))
    .limit(PAGE)
  const letters = await openLetters(
    db(),
    rows.map(({ sealed }) => sealed),
  )
  return rows.map(({ sealed: _, ...row }, i) => ({
    ...row,
    letter: headOf(letters[i] ?? null),
    lastError: row.lastError && retold(row.lastError),
  }))
}

/** One letter in full; `letter` is null when it has left and was erased here. */
export async function mailboxLetter(actor: Actor, id: string) {
  authorize(actor, 'mailbox.read', { visible: false, what: 'page' })
  if (!z.uuid().safeParse(id).success) throw notFound('letter')
  const [row] = await db()
    .select(columns)
    .from(mailMessage)
    .where(and(eq(mailMessage.id, id), hiddenFrom(actor)))
  if (!row) throw notFound('letter')
  const { sealed, lastError, ...shown } = row
  return {
    ...shown,
    lastError: lastError && retold(lastError),
    letter: await openLetter(db(), sealed),
    origin: env().url,
  }
}

/**
 * That there is a restricted request is for safety officers to know: letters about one are not in the mailbox of anybody else, and
 * neither are the letters that officers get.
 */
const hiddenFrom = (actor: Actor): SQL | undefined =>
  can(actor, 'restricted.handle')
    ? undefined
    : sql`${mailMessage.template} not in (${urgentWaits.name}, ${reportsInSight.name}) and not exists (
        select from takedown_request q join category k on k.id = q.category and k.restricted = 1
        where q.id = ${mailMessage.requestId})
      and not exists (
        select from takedown_reminder r join site_membership s on s.person_id = r.person_id and s.role = 'safety_officer'
        where r.message_id = ${mailMessage.id})`

/** Without SMTP_URL letters stay in the mailbox: pages that promise a mail say so. */
export const mailIsHeld = (): boolean => !canSend()

function headOf(letter: Letter | null): Omit<Letter, 'text'> | null {
  return letter && { to: letter.to, subject: letter.subject, language: letter.language }
}
