import 'server-only'
import { z } from 'zod'
import { transact } from '@/db/client'
import { AppError } from '@/lib/errors'
import { keeping } from '@/lib/i18n/kept'
import { castHeld, refuseHeld } from '@/lib/review/held-vote'

const payload = z.object({ datasetId: z.uuid(), caseId: z.uuid(), reviewerId: z.uuid() })

/** Casts a vote whose time to take it back is over. What cannot be cast any more is told to its reviewer. */
export async function reviewCast(given: unknown): Promise<void> {
  const at = payload.parse(given)
  await keeping(async (keep) => {
    try {
      await transact((tx) => castHeld(tx, at))
    } catch (error) {
      if (!(error instanceof AppError)) throw error
      await transact((tx) => refuseHeld(tx, at, keep(error.message)))
    }
  })
}
