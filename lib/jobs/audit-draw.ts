import 'server-only'
import { z } from 'zod'
import { transact } from '@/db/client'
import { makeDraw } from '@/lib/audit-draw/draw'
import { enqueue } from './enqueue'

const payload = z.object({ drawId: z.uuid() })

/** Between two looks: a checkpoint is made within a second of the announcement, a witness may be down for days. */
const AGAIN_MS = 5_000

/** Makes a draw as soon as the checkpoint that settles it is there. */
export async function auditDraw(given: unknown): Promise<void> {
  const { drawId } = payload.parse(given)
  await transact(async (tx) => {
    const made = await makeDraw(tx, drawId)
    if (!made) await enqueue(tx, 'audit.draw', { drawId }, { runAt: new Date(Date.now() + AGAIN_MS) })
  })
}
