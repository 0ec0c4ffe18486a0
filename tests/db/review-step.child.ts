import { db, transact } from '@/db/client'
import { loadMember } from '@/lib/auth/load-actor'
import { reviewCast } from '@/lib/jobs/review-cast'
import { claimNext, releaseClaim } from '@/lib/review/claim'
import { castVote } from '@/lib/review/decide'
import { holdVote, undoVote } from '@/lib/review/held-vote'
import { decideInput } from '@/lib/review/input'
import { escalate, skip } from '@/lib/review/skip'

/** One step of a reviewer in a process of its own, to be killed in: <step> <person> <what their form sends>. */
const [step = '', personId = '', form = '{}'] = process.argv.slice(2)
const input = decideInput.parse(JSON.parse(form))
const who = await loadMember(db(), personId)
if (!who) throw new Error('no such reviewer')
const { datasetId, caseId } = input
const left = { datasetId, caseId, note: undefined }
const STEPS: Record<string, () => Promise<unknown>> = {
  claim: () => transact((tx) => claimNext(tx, who, { datasetId, held: [], queueId: undefined })),
  hold: () => transact((tx) => holdVote(tx, who, input)),
  undo: () => transact((tx) => undoVote(tx, who, { datasetId, caseId })),
  cast: () => reviewCast({ datasetId, caseId, reviewerId: who.id }),
  release: () => transact((tx) => releaseClaim(tx, who, { datasetId, caseId })),
  skip: () => transact((tx) => skip(tx, who, { ...left, reason: 'unsure' })),
  ask: () => transact((tx) => escalate(tx, who, { ...left, reason: 'policy' })),
  vote: () => transact((tx) => castVote(tx, who, input)),
}
await STEPS[step]?.()
process.exit()
