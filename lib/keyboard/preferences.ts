import 'server-only'
import { eq } from 'drizzle-orm'
import { db, type Tx } from '@/db/client'
import { keyboardPreference } from '@/db/schema'
import type { Member } from '@/lib/auth/actor'
import type { KeyboardInput } from './input'
import { type Keymap, keymapFrom, USUAL_KEYS } from './labels'

/** The keys of a person: those they chose, and the usual ones for the rest. */
export async function keymapOf(actor: Member): Promise<Keymap> {
  const [row] = await db()
    .select({ enabled: keyboardPreference.enabled, keys: keyboardPreference.keys })
    .from(keyboardPreference)
    .where(eq(keyboardPreference.personId, actor.id))
  return row ? keymapFrom(row) : USUAL_KEYS
}

/** Keeps somebody's own keys. They hold from the next page on, on every device. */
export async function saveKeys(tx: Tx, actor: Member, chosen: KeyboardInput): Promise<{ enabled: boolean }> {
  await tx
    .insert(keyboardPreference)
    .values({ personId: actor.id, ...chosen })
    .onConflictDoUpdate({
      target: keyboardPreference.personId,
      set: { ...chosen, updatedAt: new Date() },
    })
  return { enabled: chosen.enabled }
}
