import 'server-only'
import { z } from 'zod'
import { transact } from '@/db/client'
import { sendLate } from '@/lib/takedowns/late-letters'

/** The address as its fingerprint, in hex. */
const payload = z.object({ address: z.string().regex(/^[0-9a-f]{64}$/) })

/** Sends the letters to an address that there was no room for on the day before. */
export async function takedownLateLetters(given: unknown): Promise<void> {
  const { address } = payload.parse(given)
  await transact((tx) => sendLate(tx, Buffer.from(address, 'hex')))
}
