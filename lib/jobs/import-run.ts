import 'server-only'
import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { db } from '@/db/client'
import { importRun as table } from '@/db/schema'
import { loadMember } from '@/lib/auth/load-actor'
import { importRequest, type ImportRequest } from '@/lib/datasets/import-request'
import { importRevision } from '@/lib/datasets/import-revision'
import { Run } from '@/lib/datasets/import-run'
import type { Source } from '@/lib/datasets/stage-files'
import { AppError } from '@/lib/errors'
import { keeping } from '@/lib/i18n/kept'
import { say } from '@/lib/i18n/say'
import { importHooks } from './import-hooks'

const payload = z.object({ datasetId: z.uuid(), importId: z.uuid() })

/**
 * Carries out an import that somebody asked for on a page, as that person: whoever has lost the role since is refused. A file
 * that cannot be imported ends the run with its reason; any other failure is tried again, and goes on after the last
 * committed chunk.
 */
export async function importRun(
  given: unknown,
  { abortSignal }: { abortSignal?: AbortSignal } = {},
): Promise<void> {
  const { datasetId, importId } = payload.parse(given)
  const [asked] = await db()
    .select({ request: table.request, startedBy: table.startedBy, state: table.state })
    .from(table)
    .where(and(eq(table.datasetId, datasetId), eq(table.id, importId)))
  if (!asked || asked.state === 'done') return
  const actor = asked.startedBy === null ? null : await loadMember(db(), asked.startedBy)
  if (!actor) {
    await new Run(datasetId, importId).fail(keeping((keep) => keep(say('importing.inactive'))))
    return
  }
  const { sources, wishes, label } = importRequest.parse(JSON.parse(asked.request.toString('utf8')))
  try {
    await importRevision(
      actor,
      { datasetId, sources: sources.map(toSource), wishes, label, runId: importId },
      { ...(await importHooks(datasetId)), signal: abortSignal },
    )
  } catch (error) {
    if (!(error instanceof AppError) || RETRIED.includes(error.code)) throw error
  }
}

/** A server that did not answer, and another import of the same files that may have died meanwhile. The rest stands on the page for good. */
const RETRIED = ['unavailable', 'conflict']

function toSource(source: ImportRequest['sources'][number]): Source {
  if ('url' in source) return source
  return { name: source.name, blob: { digest: Buffer.from(source.sha256, 'hex'), bytes: source.bytes } }
}
