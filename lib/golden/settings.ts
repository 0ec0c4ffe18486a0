import 'server-only'
import { eq, sql } from 'drizzle-orm'
import { type Db, db, type Tx } from '@/db/client'
import { takeTurns } from '@/db/locks'
import { goldenSettings } from '@/db/schema'
import type { Member } from '@/lib/auth/actor'
import { authorize } from '@/lib/auth/authorize'
import { refuseStale, versionOf } from '@/lib/review/opened'
import { recordChange } from '@/lib/review/queue-changes'
import type { GoldenSettingsInput } from './input'
import { weighAnswers } from './standing'
import { DEFAULTS } from './standing-rules'

export type GoldenSettings = Omit<GoldenSettingsInput, 'datasetId' | 'opened'>

/** How a dataset checks its reviewers. */
export async function goldenSettingsOf(datasetId: string, on: Db | Tx = db()): Promise<GoldenSettings> {
  const [row] = await on
    .select({
      every: goldenSettings.every,
      warnBelow: goldenSettings.warnBelow,
      holdBelow: goldenSettings.holdBelow,
      secondLead: goldenSettings.secondLead,
    })
    .from(goldenSettings)
    .where(eq(goldenSettings.datasetId, datasetId))
  return row ?? DEFAULTS
}

/** Changes how reviewers are checked, and weighs everybody's answers by the new bounds. Votes that were cast stay as they counted. */
export async function changeGoldenSettings(
  tx: Tx,
  actor: Member,
  { datasetId, opened, ...wanted }: GoldenSettingsInput,
): Promise<{ changed: boolean }> {
  authorize(actor, 'golden.edit', { datasetId })
  await takeTurns(tx, `golden settings ${datasetId}`)
  const before = await goldenSettingsOf(datasetId, tx)
  const about = { datasetId, queueId: null }
  await refuseStale(tx, about, { opened, now: inWords(before), wanted: inWords(wanted) })
  await tx
    .insert(goldenSettings)
    .values({ datasetId, ...wanted })
    .onConflictDoUpdate({ target: goldenSettings.datasetId, set: wanted })
  const changed = await recordChange(
    tx,
    actor,
    { datasetId, queue: null, change: 'settings' },
    { before: inWords(before), after: inWords(wanted) },
  )
  const people = await tx.execute<{ id: string }>(
    sql`select person_id as id from golden_standing where dataset_id = ${datasetId} order by 1`,
  )
  for (const { id } of people) await weighAnswers(tx, { datasetId, personId: id }, wanted)
  return { changed }
}

/** The version of settings that a form is opened with (review/opened.ts). */
export const versionOfGolden = (settings: GoldenSettings): string => versionOf(inWords(settings))

/** As the list of changes on the page of the queues says it. */
const inWords = ({ every, warnBelow, holdBelow, secondLead }: GoldenSettings) => ({
  goldenEvery: every,
  goldenWarnBelow: percent(warnBelow),
  goldenHoldBelow: percent(holdBelow),
  goldenSecondLead: secondLead,
})

const percent = (share: number) => `${Math.round(share * 1000) / 10} %`
