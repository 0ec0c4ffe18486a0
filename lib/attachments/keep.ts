import 'server-only'
import { asc, eq } from 'drizzle-orm'
import { z } from 'zod'
import type { Db, Tx } from '@/db/client'
import { takedownAttachment, takedownContact } from '@/db/schema'
import { storeBlob } from '@/lib/blobs/store'
import { requestSubject } from '@/lib/crypto/subject'
import { keyFor } from '@/lib/crypto/subject-keys'
import { openAll, sealFor, sealJsonFor } from '@/lib/crypto/subject-seal'
import { invalid } from '@/lib/errors'
import { say } from '@/lib/i18n/say'
import { enqueue } from '@/lib/jobs/enqueue'
import { ATTACHMENTS, ATTACHMENTS_FIELD } from './kinds'
import type { ReadFile } from './read-file'

/** A file as its sender and the staff of its request see it in a list. */
export type Attachment = {
  n: number
  name: string
  mediaType: ReadFile['mediaType']
  size: number
  sha256: string
  pages: number | null
  at: Date
}

const told = z.object({ name: z.string(), sha256: z.string() })

/**
 * Keeps files with a locked request: their content as blobs that are sealed under its key, for as long as its contact is kept. Throws
 * `invalid` when it has too many already. A transaction that is undone leaves blobs behind that nothing names; they are swept.
 */
export async function keepAttachments(
  tx: Tx,
  request: { id: string; restricted: boolean },
  files: readonly ReadFile[],
): Promise<void> {
  if (files.length === 0) return
  // The form does not offer it; whoever builds their own request is refused all the same.
  if (request.restricted) throw refused(say('attachments.refused.restricted'))
  const before = await attachmentsOf(tx, request.id)
  if (before.length + files.length > ATTACHMENTS.inRequest)
    throw refused(say('attachments.refused.request', { most: String(ATTACHMENTS.inRequest) }))
  const retainUntil = await contactUntil(tx, request.id)
  const key = await keyFor(tx, requestSubject(request.id))
  for (const [i, { name, sha256, mediaType, size, pages, pixels, bytes }] of files.entries()) {
    const blob = await storeBlob(piecesOf(sealFor(key, 'takedown_attachment.content', bytes)))
    await tx.insert(takedownAttachment).values({
      requestId: request.id,
      n: before.length + i + 1,
      ...{ mediaType, size, pages, pixels, retainUntil },
      sealed: sealJsonFor(key, 'takedown_attachment', { name, sha256 }),
      blob: blob.digest,
    })
  }
}

/** In the order in which they were sent; empty once they were erased. */
export async function attachmentsOf(on: Db | Tx, requestId: string): Promise<Attachment[]> {
  const rows = await on
    .select()
    .from(takedownAttachment)
    .where(eq(takedownAttachment.requestId, requestId))
    .orderBy(asc(takedownAttachment.n))
  const opened = await openAll(
    on,
    rows.map(({ sealed }) => ({ place: 'takedown_attachment', sealed })),
  )
  return rows.flatMap(({ n, mediaType, size, pages, createdAt }, i) => {
    const text = opened[i]?.toString('utf8')
    return text ? [{ n, ...told.parse(JSON.parse(text)), mediaType, size, pages, at: createdAt }] : []
  })
}

/** The rows of an erased request go, and behind the transaction their files: without the key those are noise already. */
export async function removeAttachments(tx: Tx, requestId: string): Promise<void> {
  const gone = await tx
    .delete(takedownAttachment)
    .where(eq(takedownAttachment.requestId, requestId))
    .returning({ blob: takedownAttachment.blob })
  if (gone.length > 0)
    await enqueue(tx, 'blobs.remove', { digests: gone.map(({ blob }) => blob.toString('hex')) })
}

async function contactUntil(tx: Tx, requestId: string): Promise<Date> {
  const [contact] = await tx
    .select({ retainUntil: takedownContact.retainUntil })
    .from(takedownContact)
    .where(eq(takedownContact.requestId, requestId))
  if (!contact) throw invalid(say('process.errors.erased'))
  return contact.retainUntil
}

const refused = (why: string) => invalid(say('attachments.refused.title'), { [ATTACHMENTS_FIELD]: [why] })

async function* piecesOf(bytes: Buffer): AsyncGenerator<Buffer> {
  yield bytes
}
