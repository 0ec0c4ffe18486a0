import 'server-only'
import { arrayOverlaps, desc, eq } from 'drizzle-orm'
import { db } from '@/db/client'
import { caseExport, person } from '@/db/schema'
import type { Member } from '@/lib/auth/actor'
import { datasetsWhere } from '@/lib/auth/permissions'

export type ExportRecord = {
  id: string
  at: Date
  by: string
  /** Its filter as it stands in the table's address. */
  query: string
  format: 'csv' | 'jsonl'
  /** Null while it is written, and for good when its reader broke off. */
  cases: number | null
}

const MOST_SHOWN = 20

/** The latest exports that reached into datasets where this person could export too, newest first. */
export async function exportsFor(actor: Member): Promise<ExportRecord[]> {
  const datasets = datasetsWhere(actor, 'case.export')
  if (datasets.length === 0) return []
  return db()
    .select({
      id: caseExport.id,
      at: caseExport.createdAt,
      by: person.pseudonym,
      query: caseExport.query,
      format: caseExport.format,
      cases: caseExport.cases,
    })
    .from(caseExport)
    .innerJoin(person, eq(person.id, caseExport.personId))
    .where(arrayOverlaps(caseExport.datasets, datasets))
    .orderBy(desc(caseExport.createdAt))
    .limit(MOST_SHOWN)
}
