import 'server-only'
import { z } from 'zod'
import { transact } from '@/db/client'
import { retain } from '@/lib/volunteers/retain'

const payload = z.object({ applicationId: z.uuid() })

/** Ends or erases a volunteer's application when its time is over. */
export async function volunteerRetain(given: unknown): Promise<void> {
  const { applicationId } = payload.parse(given)
  await transact((tx) => retain(tx, applicationId))
}
