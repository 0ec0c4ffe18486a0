import 'server-only'
import { eq } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '@/db/client'
import { dataset } from '@/db/schema'
import type { Member } from '@/lib/auth/actor'
import { invalid, notFound } from '@/lib/errors'
import { importRequest } from './import-request'
import { queueImport } from './queue-import'
import { openTicket } from './upload-ticket'

const address = z.url({ protocol: /^https?$/, error: 'Write web addresses, one on each line.' })

/** The import form: tickets of uploaded files, and web addresses, one on each line. */
export const importForm = z.object({
  datasetId: z.uuid(),
  files: z.array(z.string()).max(1000).default([]),
  urls: z
    .string()
    .default('')
    .transform((text) => text.split(/\s+/).filter((word) => word !== ''))
    .pipe(z.array(address).max(100, 'At most 100 addresses at a time.')),
  label: z.string().trim().max(100, 'At most 100 characters.').optional(),
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
    throw invalid('One of the files was uploaded by somebody else, or for another dataset.')
  }
  const sources = [
    ...uploads.map(({ name, blob }) => ({ name, sha256: blob.digest.toString('hex'), bytes: blob.bytes })),
    ...urls.map((url) => ({ name: new URL(url).pathname.split('/').at(-1) || 'download', url })),
  ]
  if (sources.length === 0) {
    throw invalid('There is nothing to import yet.', { urls: ['Upload a file, or write an address.'] })
  }
  await queueImport(tx, actor, { datasetId, ...importRequest.parse({ sources, label: label || null }) })
  return { slug: found.slug }
}
