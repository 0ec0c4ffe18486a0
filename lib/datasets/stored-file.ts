import { sql } from 'drizzle-orm'
import { revisionFile } from '@/db/schema'

/** The blob that a base file is read from: its own bytes, or those without the rows that were erased. */
export const storedSha256 = sql<Buffer>`coalesce(${revisionFile.storedSha256}, ${revisionFile.sha256})`
