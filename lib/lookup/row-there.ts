import 'server-only'
import type { z } from 'zod'
import type { Tx } from '@/db/client'
import type { Visitor } from '@/lib/auth/actor'
import { say } from '@/lib/i18n/say'
import { itemsOfLink } from '@/lib/takedowns/keys-of'
import type { rowInput } from './input'
import { answered, isKept } from './look-up'
import { searchedDatasets } from './searched'

/**
 * Whether what a row says is in the newest release of its dataset, as it stands there: what anybody who has both can find out. Within the
 * limits of every other look.
 */
export async function isRowThere(
  tx: Tx,
  _visitor: Visitor,
  { link }: z.output<typeof rowInput>,
): Promise<{ told: string }> {
  return answered(tx, async () => {
    const { searched } = await searchedDatasets()
    const of = searched.find(({ slug }) => slug === link.slug)
    if (!of) return { told: say('lookup.row.without') }
    const items = await itemsOfLink(tx, of.datasetId, link)
    const keys = items.map((digest) => ({ kind: 'digest' as const, value: digest.toString('hex') }))
    const { version } = of
    const kept = await isKept(tx, of, keys, true)
    return { told: say(kept ? 'lookup.row.yes' : 'lookup.row.no', { version }) }
  })
}
