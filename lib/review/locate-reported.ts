import 'server-only'
import { db } from '@/db/client'
import type { Member } from '@/lib/auth/actor'
import { can } from '@/lib/auth/permissions'
import { type IndexedRow, rowOfItem } from '@/lib/datasets/indexed-rows'
import { itemsAmong } from '@/lib/datasets/items-among'
import { countAttempt } from '@/lib/http/rate-limit'
import type { ReportInput } from './report-input'

/** Rows that a person has looked for in files within an hour, found or not: to look opens the files. More is no reading. */
const LOCATED_PER_HOUR = 100

/** Counts one, before it is looked for. */
export const countLocated = ({ id }: Member): Promise<void> =>
  countAttempt({ name: 'review/locate', max: LOCATED_PER_HOUR, windowSeconds: 3_600 }, id)

/** A report, with the row that it is about where only a file holds that. */
export type LocatedReport = ReportInput & { fresh?: IndexedRow | null }

/**
 * Finds the row that a report names by its digest where nothing was ever found in it, so that Postgres knows nothing of it; for whoever
 * may know of it. Before the transaction: files are slow.
 */
export async function locateReported(actor: Member, input: ReportInput): Promise<LocatedReport> {
  const { datasetId, digest: hex } = input
  if (hex === undefined || !can(actor, 'case.view', datasetId)) return input
  const digest = Buffer.from(hex, 'hex')
  if ((await itemsAmong(db(), datasetId, [digest])).length > 0) return input
  await countLocated(actor)
  return { ...input, fresh: await rowOfItem(datasetId, digest) }
}
