/** Carries out a bulk decision in a process of its own, to be killed at a failpoint: <dataset id> <bulk id>. */
import { closeDatabase } from '@/db/client'
import { bulkRun } from '@/lib/jobs/bulk-run'

const [datasetId, bulkId] = process.argv.slice(2)
await bulkRun({ datasetId, bulkId })
await closeDatabase()
