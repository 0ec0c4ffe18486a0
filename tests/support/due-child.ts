/** Publishes what is due in a process of its own, to be killed at a failpoint: <dataset id>. */
import { closeDatabase, transact } from '@/db/client'
import { publishWhatIsDue } from '@/lib/fulfilment/due-release'
import { WORLD } from '@/lib/release-format/profile'
import { drainPending } from '@/lib/log/sequencer'
import { continueRelease } from '@/lib/releases/publish'
import { failpoint } from '@/lib/runtime/failpoint'

const [datasetId = ''] = process.argv.slice(2)
const done = await transact((tx) => publishWhatIsDue(tx, { datasetId, profile: WORLD }))
failpoint('due.after-stage')
if (done.step === 'staged') {
  await continueRelease({ datasetId, releaseId: done.releaseId }, { sequence: drainPending })
}
await closeDatabase()
