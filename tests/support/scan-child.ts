import { closeDatabase } from '@/db/client'
import { continueScan } from '@/lib/takedowns/scan'

// Reads for one quotation, fifty rows a step, as the worker does: for tests that kill it.
const [requestId = '', datasetId = '', targetId = ''] = process.argv.slice(2)
const words = [
  { id: targetId, target: { kind: 'quote' as const, value: 'The same sentence stands in some rows.' } },
]
await continueScan({ requestId, datasetId, words }, { rowsPerStep: 50 })
console.log('done')
await closeDatabase()
