/** Carries out a bulk decision of requests in a process of its own, to be killed at a failpoint: <dataset id> <bulk id>. */
import { closeDatabase } from '@/db/client'
import { takedownBulk } from '@/lib/jobs/takedown-bulk'

const [datasetId, bulkId] = process.argv.slice(2)
await takedownBulk({ datasetId, bulkId })
await closeDatabase()
