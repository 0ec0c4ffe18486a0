import 'server-only'
import { z } from 'zod'
import type { Blob } from '@/lib/blobs/store'
import { openJson, sealJson } from '@/lib/crypto/seal'
import { invalid } from '@/lib/errors'
import { say } from '@/lib/i18n/say'

const content = z.object({
  name: z.string(),
  digest: z.string().regex(/^[0-9a-f]{64}$/),
  bytes: z.number(),
  personId: z.string(),
  datasetId: z.string(),
})

/** What an upload is answered with: proof that this person put this file into the store for this dataset. A digest alone would open anybody's file. */
export type Upload = { name: string; blob: Blob; personId: string; datasetId: string }

export function uploadTicket({ name, blob, personId, datasetId }: Upload): string {
  return sealJson({
    name,
    digest: blob.digest.toString('hex'),
    bytes: blob.bytes,
    personId,
    datasetId,
  }).toString('base64url')
}

/** Throws `invalid` when the ticket is not one of ours. */
export function openTicket(ticket: string): Upload {
  try {
    const { name, digest, bytes, personId, datasetId } = content.parse(
      openJson(Buffer.from(ticket, 'base64url')),
    )
    return { name, blob: { digest: Buffer.from(digest, 'hex'), bytes }, personId, datasetId }
  } catch (error) {
    throw invalid(say('imports.errors.unknown'), {
      files: [say(error instanceof z.ZodError ? 'imports.errors.noUpload' : 'imports.errors.again')],
    })
  }
}
