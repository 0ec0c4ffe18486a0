/**
 * Imports in a process of its own, to be killed at a failpoint: <dataset id> <threads> <files…>. Small chunks, so that a few
 * megabytes make several.
 */
import path from 'node:path'
import { closeDatabase } from '@/db/client'
import { system } from '@/lib/auth/load-actor'
import { importRevision } from '@/lib/datasets/import-revision'
import { importHooks } from '@/lib/jobs/import-hooks'

const [datasetId = '', threads = '0', ...files] = process.argv.slice(2)
const view = await importRevision(
  system('test'),
  { datasetId, sources: files.map((file) => ({ name: path.basename(file), file })) },
  { ...(await importHooks(datasetId)), threads: Number(threads), chunkRows: 50 },
)
console.log(JSON.stringify(view))
await closeDatabase()
