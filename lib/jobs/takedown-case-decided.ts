import 'server-only'
import { z } from 'zod'
import { transact } from '@/db/client'
import { answerComplaintsAbout } from '@/lib/other-side/answer-complaint'
import { refreshLists } from '@/lib/takedowns/promise'
import { caseDecided } from '@/lib/takedowns/case-decided'

const payload = z.object({ datasetId: z.uuid(), caseId: z.uuid() })

/** Tells those that asked about a case, and those that complained of what it took out, that it was decided. */
export async function takedownCaseDecided(given: unknown): Promise<void> {
  const decided = payload.parse(given)
  await transact(async (tx) => {
    await caseDecided(tx, decided)
    await answerComplaintsAbout(tx, decided)
    await refreshLists(tx, decided.datasetId)
  })
}
