import 'server-only'
import { z } from 'zod'
import { transact } from '@/db/client'
import { retainHolder } from '@/lib/copies/keep'

const payload = z.object({ holderId: z.uuid() })

/** Forgets a holder of copies whose time is over, or who never confirmed their address. */
export async function copiesRetain(given: unknown): Promise<void> {
  const { holderId } = payload.parse(given)
  await transact((tx) => retainHolder(tx, holderId))
}
