import 'server-only'
import { eq } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '@/db/client'
import { dataset } from '@/db/schema'
import type { Member } from '@/lib/auth/actor'
import { invalid, notFound } from '@/lib/errors'
import { asks, say } from '@/lib/i18n/say'
import { importRequest } from './import-request'
import { queueImport } from './queue-import'
import { openTicket } from './upload-ticket'

const address = z.url({ protocol: /^https?$/, ...asks('imports.input.urls') })

/** The import form: tickets of uploaded files, and web addresses, one on each line. */
export const importForm = z.object({
  datasetId: z.uuid(),
  files: z.array(z.string()).max(1000).default([]),
  urls: z
    .string()
    .default('')
    .transform((text) => text.split(/\s+/).filter((word) => word !== ''))
    .pipe(z.array(address).max(100, asks('imports.input.mostUrls'))),
  label: z.string().trim().max(100, asks('imports.input.longLabel')).optional(),
})

/** Asks the worker to import what was uploaded or named, as one revision. */
export async function requestImport(
  tx: Tx,
  actor: Member,
  { datasetId, files, urls, label }: z.output<typeof importForm>,
) {
  const [found] = await tx.select({ slug: dataset.slug }).from(dataset).where(eq(dataset.id, datasetId))
  if (!found) throw notFound('dataset')
  const uploads = files.filter((ticket) => ticket !== '').map(openTicket)
  if (uploads.some((upload) => upload.personId !== actor.id || upload.datasetId !== datasetId)) {
    throw invalid(say('imports.errors.foreign'))
  }
  const sources = [
    ...uploads.map(({ name, blob }) => ({ name, sha256: blob.digest.toString('hex'), bytes: blob.bytes })),
    ...urls.map((url) => ({ name: new URL(url).pathname.split('/').at(-1) || 'download', url })),
  ]
  if (sources.length === 0) {
    throw invalid(say('imports.errors.nothing'), { urls: [say('imports.errors.uploadOrWrite')] })
  }
  await queueImport(tx, actor, { datasetId, ...importRequest.parse({ sources, label: label || null }) })
  return { slug: found.slug }
}
