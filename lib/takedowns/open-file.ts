import 'server-only'
import { readFile } from 'node:fs/promises'
import { and, eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import { db, transact } from '@/db/client'
import { takedownAttachment, takedownAttachmentView } from '@/db/schema'
import { attachmentsOf } from '@/lib/attachments/keep'
import type { OpenedFile } from '@/lib/attachments/response'
import type { Member } from '@/lib/auth/actor'
import { blobPath } from '@/lib/blobs/store'
import { openAll } from '@/lib/crypto/subject-seal'
import { notFound } from '@/lib/errors'
import { visibleRequest } from './queries'

export const openFileInput = z.object({ requestId: z.uuid(), n: z.coerce.number().int().min(1).max(20) })

/**
 * The content of a file for somebody who may read who asks, and the record that they opened it. The same not_found for a file that is not
 * there, was erased, or is not theirs to see. Holds one connection at a time: whoever asked for a second within the first would wait for
 * those who do the same.
 */
export async function openFile(
  actor: Member,
  { requestId, n }: z.output<typeof openFileInput>,
): Promise<OpenedFile> {
  const request = await visibleRequest(actor, requestId)
  if (!request.readsWho) throw notFound('file')
  const [file] = await db()
    .select({ mediaType: takedownAttachment.mediaType, blob: takedownAttachment.blob })
    .from(takedownAttachment)
    .where(and(eq(takedownAttachment.requestId, requestId), eq(takedownAttachment.n, n)))
  if (!file) throw notFound('file')
  const sealed = await readFile(blobPath(file.blob))
  const [bytes] = await openAll(db(), [{ place: 'takedown_attachment.content', sealed }])
  if (!bytes) throw notFound('file')
  await transact((tx) => tx.insert(takedownAttachmentView).values({ requestId, n, personId: actor.id }))
  return { reference: request.reference, n, mediaType: file.mediaType, bytes }
}

/** The files of a request that its reader may know of, and who opened them. */
export async function filesOf(requestId: string) {
  const [files, views] = await Promise.all([attachmentsOf(db(), requestId), viewsOf(requestId)])
  return files.map((file) => ({ ...file, views: views.get(file.n) ?? null }))
}

/** How often each file of a request was opened, and by how many people. */
async function viewsOf(requestId: string): Promise<Map<number, { times: number; people: number }>> {
  const rows = await db()
    .select({
      n: takedownAttachmentView.n,
      times: sql<number>`count(*)::int`,
      people: sql<number>`count(distinct ${takedownAttachmentView.personId})::int`,
    })
    .from(takedownAttachmentView)
    .where(eq(takedownAttachmentView.requestId, requestId))
    .groupBy(takedownAttachmentView.n)
  return new Map(rows.map(({ n, ...views }) => [n, views]))
}
