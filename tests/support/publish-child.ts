/** Publishes in a process of its own, to be killed at a failpoint: <dataset id> <person id>. */
import { closeDatabase, db } from '@/db/client'
import { loadMember } from '@/lib/auth/load-actor'
import { drainPending } from '@/lib/log/sequencer'
import { publish } from '@/lib/releases/publish'

const [datasetId = '', personId = ''] = process.argv.slice(2)
const member = await loadMember(db(), personId)
if (!member) throw new Error('no such person')
console.log(JSON.stringify(await publish(member, { datasetId }, { sequence: drainPending })))
await closeDatabase()
