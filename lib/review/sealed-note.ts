import 'server-only'
import type { Tx } from '@/db/client'
import { itemSubject } from '@/lib/crypto/subject'
import { keyFor } from '@/lib/crypto/subject-keys'
import { type Place, sealFor } from '@/lib/crypto/subject-seal'

/** What somebody wrote about an item, under the item's key, because it may quote the text; null when they wrote nothing. */
export async function sealedNote(
  tx: Tx,
  { datasetId, digest }: { datasetId: string; digest: Buffer },
  place: Place,
  note: string | undefined,
): Promise<Buffer | null> {
  if (note === undefined) return null
  return sealFor(await keyFor(tx, itemSubject(datasetId, digest)), place, Buffer.from(note))
}
