import 'server-only'
import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { type Db, db, type Tx } from '@/db/client'
import { safeguard } from '@/db/schema'
import type { Member } from '@/lib/auth/actor'
import { asks } from '@/lib/i18n/say'
import { opened } from '@/lib/review/queue-input'
import { changeSafeguards } from '@/lib/review/safeguards'

/** Beyond how many rows, or which share of a dataset, a takedown needs a second person. */
export type SecondPerson = { secondRows: number; secondShare: number }

export const SECOND_PERSON: SecondPerson = { secondRows: 500, secondShare: 0.001 }

/** So few rows are one person's to decide however small the dataset is: in one of a thousand rows every second row would be too many. */
export const ALWAYS_ALONE = 50

export async function secondPersonOf(datasetId: string, on: Db | Tx = db()): Promise<SecondPerson> {
  const [row] = await on
    .select({ secondRows: safeguard.secondRows, secondShare: safeguard.secondShare })
    .from(safeguard)
    .where(eq(safeguard.datasetId, datasetId))
  return row ?? SECOND_PERSON
}

export const reachesFar = (
  { rows, ofRows }: { rows: number; ofRows: number },
  { secondRows, secondShare }: SecondPerson,
): boolean => rows > secondRows || (rows > ALWAYS_ALONE && rows > secondShare * ofRows)

export const secondPersonInput = z.object({
  datasetId: z.uuid(),
  opened,
  secondRows: z.coerce
    .number(asks('reach.input.rows'))
    .int(asks('reach.input.rows'))
    .min(1, asks('reach.input.rows'))
    .max(1_000_000, asks('reach.input.rows')),
  /** In percent on the screen. */
  secondShare: z.coerce
    .number(asks('reach.input.share'))
    .gt(0, asks('reach.input.share'))
    .max(100, asks('reach.input.share'))
    .transform((percent) => percent / 100),
})

/** Holds for what is counted from now on. */
export const changeSecondPerson = (
  tx: Tx,
  actor: Member,
  { datasetId, opened, ...wanted }: z.output<typeof secondPersonInput>,
): Promise<{ changed: boolean }> =>
  changeSafeguards(tx, actor, datasetId, { wanted, opened, now: () => secondPersonOf(datasetId, tx) })
