import 'server-only'
import type { Actor } from '@/lib/auth/actor'
import { authorize } from '@/lib/auth/authorize'
import { storeBlob } from '@/lib/blobs/store'
import { invalid } from '@/lib/errors'
import { say } from '@/lib/i18n/say'
import { datasetBySlug } from './queries'
import { uploadTicket } from './upload-ticket'

/** Bytes of one uploaded file: a shard, not a crawl. Larger ones are imported on the command line or by address. */
const MAX_UPLOAD = 16 * 2 ** 30

type Incoming = { slug: string; name: string; body: ReadableStream<Uint8Array> | null }

/** Streams an upload into the blob store. Nothing reads it before `requestImport` is called with its ticket. */
export async function receiveUpload(actor: Actor, { slug, name, body }: Incoming) {
  const { id: datasetId } = await datasetBySlug(slug)
  authorize(actor, 'dataset.import', { datasetId })
  if (actor.kind !== 'member') throw invalid(say('imports.errors.person'))
  // Control characters, separators and names of folders would make two names of one file.
  if (!/^[^\p{Cc}/\\]{1,200}$/u.test(name) || /^\.+$/.test(name)) throw invalid(say('imports.errors.name'))
  if (!body) throw invalid(say('imports.errors.empty'))
  const blob = await storeBlob(limited(body))
  if (blob.bytes === 0) throw invalid(say('imports.errors.empty'))
  return {
    ticket: uploadTicket({ name, blob, personId: actor.id, datasetId }),
    name,
    bytes: blob.bytes,
    sha256: blob.digest.toString('hex'),
  }
}

async function* limited(body: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = body.getReader()
  let bytes = 0
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return
      bytes += value.length
      if (bytes > MAX_UPLOAD) throw invalid(say('imports.errors.large'))
      yield value
    }
  } finally {
    await reader.cancel()
  }
}
