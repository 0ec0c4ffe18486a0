import { sql } from 'drizzle-orm'
import { check, index, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { bytes, createdAt, id, instant } from '@/db/columns'
import { person } from '@/db/schema/people'
import { takedownRequest } from '@/db/schema/takedowns'

const requestId = () =>
  uuid('request_id')
    .notNull()
    .references(() => takedownRequest.id)

/** A file that was sent along with a request. Its content is a blob, sealed under the key of the request. */
export const takedownAttachment = pgTable(
  'takedown_attachment',
  {
    requestId: requestId(),
    /** Counted from 1, in the order of sending. */
    n: integer('n').notNull(),
    mediaType: text('media_type', {
      enum: ['application/pdf', 'image/png', 'image/jpeg', 'text/plain'],
    }).notNull(),
    /** Bytes of what was sent. */
    size: integer('size').notNull(),
    /** Of a PDF. */
    pages: integer('pages'),
    /** Of a picture: width times height. */
    pixels: integer('pixels'),
    /** Sealed JSON {name, sha256}: what its sender calls it, and the digest of what was sent. */
    sealed: bytes('sealed').notNull(),
    /** SHA-256 of the sealed content. */
    blob: bytes('blob').notNull(),
    retainUntil: instant('retain_until').notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.requestId, t.n] }),
    index('takedown_attachment_retain').on(t.retainUntil),
    check('takedown_attachment_n', sql`${t.n} between 1 and 20`),
    check('takedown_attachment_size', sql`${t.size} between 1 and 10000000`),
  ],
)

/** Who opened a file, and when. Append-only; it outlives the file. */
export const takedownAttachmentView = pgTable(
  'takedown_attachment_view',
  {
    id: id().primaryKey(),
    requestId: requestId(),
    n: integer('n').notNull(),
    personId: uuid('person_id')
      .notNull()
      .references(() => person.id),
    createdAt: createdAt(),
  },
  (t) => [index('takedown_attachment_view_request').on(t.requestId, t.n, t.createdAt)],
)
