import 'server-only'
import { eq } from 'drizzle-orm'
import { z } from 'zod'
import type { Db, Tx } from '@/db/client'
import { category, mailMessage, takedownRequest } from '@/db/schema'
import { sealJson } from '@/lib/crypto/seal'
import {
  applicationSubject,
  holderSubject,
  requestSubject,
  searchSubject,
  type Subject,
} from '@/lib/crypto/subject'
import { keyFor } from '@/lib/crypto/subject-keys'
import { openAll, sealJsonFor } from '@/lib/crypto/subject-seal'
import { keptLocale } from '@/lib/i18n/kept'
import type { Locale } from '@/lib/i18n/locales'
import { voiceOf } from '@/lib/i18n/say'
import { enqueue } from '@/lib/jobs/enqueue'
import type { Template } from './message'
import { takedownQuiet } from './templates/takedown-quiet'
import { takedownWithdrawn } from './templates/takedown-withdrawn'

/** About a day of trying: the pause between two attempts grows to hours, greylisting and a broken relay pass in that time. */
export const MAX_ATTEMPTS = 12

/** Puts a mail in the outbox, written in the language of its reader: it leaves after the caller's transaction has committed, or not at all. Address and text are sealed under the key of the request, application, holder of copies or look-up they are about. */
export async function enqueueMail<Data>(tx: Tx, mail: Mail<Data> & About): Promise<{ messageId: string }> {
  const quiet = await quietly(tx, mail)
  const written = quiet ?? mail.template.render(mail.data, voiceOf(mail.language), mail.language)
  const letter: Letter = { to: mail.to, language: mail.language, ...written }
  const [row] = await tx
    .insert(mailMessage)
    .values({
      template: quiet ? takedownQuiet.name : mail.template.name,
      sealed: await sealed(tx, letter, subjectOf(mail)),
      requestId: mail.requestId,
      applicationId: mail.applicationId,
      holderId: mail.holderId,
      searchId: mail.searchId,
    })
    .returning({ id: mailMessage.id })
  if (!row) throw new Error('a mail was written and has no id')
  await enqueue(tx, 'mail.send', { messageId: row.id }, { maxAttempts: MAX_ATTEMPTS })
  return { messageId: row.id }
}

type Mail<Data> = { to: string; language: Locale; template: Template<Data>; data: Data }

/**
 * Of a restricted request its letters say nothing but that there is something to read; null for any other, and for the link or code that
 * somebody has to use.
 */
async function quietly<Data>(tx: Tx, { requestId, data, template, language }: Mail<Data> & About) {
  // It says no more by itself.
  if (template.name === takedownQuiet.name) return null
  const trackingUrl = trackingUrlIn(data)
  const leadsElsewhere = trackingUrl === null && template.name !== takedownWithdrawn.name
  if (requestId === undefined || leadsElsewhere) return null
  const [request] = await tx
    .select({ reference: takedownRequest.reference, restricted: category.restricted })
    .from(takedownRequest)
    .innerJoin(category, eq(category.id, takedownRequest.category))
    .where(eq(takedownRequest.id, requestId))
  return request?.restricted === 1
    ? takedownQuiet.render({ reference: request.reference, trackingUrl }, voiceOf(language), language)
    : null
}

const trackingUrlIn = (data: unknown): string | null =>
  typeof data === 'object' && data !== null && 'trackingUrl' in data && typeof data.trackingUrl === 'string'
    ? data.trackingUrl
    : null

export type Letter = z.infer<typeof letterSchema>

const letterSchema = z.object({ to: z.string(), subject: z.string(), text: z.string(), language: keptLocale })

/** At most one of them. */
type About = { requestId?: string; applicationId?: string; holderId?: string; searchId?: string }

function subjectOf({ requestId, applicationId, holderId, searchId }: About) {
  if (requestId !== undefined) return requestSubject(requestId)
  if (holderId !== undefined) return holderSubject(holderId)
  if (searchId !== undefined) return searchSubject(searchId)
  return applicationId === undefined ? null : applicationSubject(applicationId)
}

async function sealed(tx: Tx, letter: Letter, subject: Subject | null): Promise<Buffer> {
  return subject ? sealJsonFor(await keyFor(tx, subject), 'mail_message', letter) : sealJson(letter)
}

/** Letters in their order. Null once the mail was delivered, or its request erased: address and text are gone then. */
export async function openLetters(on: Db | Tx, rows: readonly Uint8Array[]): Promise<(Letter | null)[]> {
  const opened = await openAll(
    on,
    rows.map((sealed) => ({ place: 'mail_message', sealed })),
  )
  return opened.map((bytes) =>
    letterSchema.nullable().parse(bytes === null ? null : JSON.parse(bytes.toString('utf8'))),
  )
}

export async function openLetter(on: Db | Tx, sealed: Uint8Array): Promise<Letter | null> {
  const [letter] = await openLetters(on, [sealed])
  return letter ?? null
}
