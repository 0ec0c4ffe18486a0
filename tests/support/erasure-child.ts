/** Erases in a process of its own, to be killed at a failpoint: <officer id> <slug> <digest>. */
import { closeDatabase, db, transact } from '@/db/client'
import { loadMember } from '@/lib/auth/load-actor'
import { beginErasure } from '@/lib/erasure/begin'
import { finishErasures } from '@/lib/erasure/finish'

const [officerId = '', dataset = '', digest = ''] = process.argv.slice(2)
const actor = await loadMember(db(), officerId)
if (!actor) throw new Error('no officer')
const { datasetId } = await transact((tx) =>
  beginErasure(tx, actor, { what: 'item', dataset, digest, basis: 'right_to_erasure' }),
)
await finishErasures(datasetId)
await closeDatabase()
