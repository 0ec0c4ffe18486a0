import 'server-only'
import type { Tx } from '@/db/client'
import type { Actor } from '@/lib/auth/actor'
import { authorize } from '@/lib/auth/authorize'
import { hasBlob } from '@/lib/blobs/store'
import { invalid } from '@/lib/errors'
import { say } from '@/lib/i18n/say'
import { enqueue } from '@/lib/jobs/enqueue'
import type { ImportRequest } from './import-request'
import { insertRun } from './import-run'

/** Asks the worker to import uploads and addresses as one revision. The page shows the run from now on. */
export async function queueImport(
  tx: Tx,
  actor: Actor,
  input: ImportRequest & { datasetId: string },
): Promise<{ importId: string }> {
  const { datasetId, ...request } = input
  authorize(actor, 'dataset.import', { datasetId })
  for (const source of request.sources)
    if ('sha256' in source && !(await hasBlob(Buffer.from(source.sha256, 'hex'))))
      throw invalid(say('imports.errors.gone', { name: source.name }))
  const importId = await insertRun(tx, actor, datasetId, request)
  // One after the other per dataset: a second revision is compared with the first.
  await enqueue(tx, 'import.run', { datasetId, importId }, { queue: `import ${datasetId}` })
  return { importId }
}
