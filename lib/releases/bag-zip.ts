import 'server-only'
import { createReadStream } from 'node:fs'
import { blobPath } from '@/lib/blobs/store'
import { notFound } from '@/lib/errors'
import { frame } from '@/lib/http/framing'
import { streamOf } from '@/lib/http/stream'
import { compareText } from '@/lib/release-format/order'
import { PROOF_PATH } from '@/lib/release-format/log-proof'
import { logProof } from './log-proof'
import { releaseByVersion } from './queries'
import { refuseRemoved } from './tombstone'
import { zipLength, zipPieces, type ZipEntry } from './zip'

/**
 * A release as one archive: a bag without its base. The same bytes at any time, so the proof in it is that of the first checkpoint
 * that covers the release; the file by itself is renewed with the log.
 */
export async function bagResponse(request: Request, slug: string, version: string): Promise<Response> {
  const release = await releaseByVersion(slug, version)
  if (release) refuseRemoved(release)
  const proof = release?.entryId ? await logProof(release.entryId, 'first') : null
  // Without the proof it would be other bytes a moment later.
  if (!release || proof === null) throw notFound('archive')
  const folder = `${slug}-${version}`
  const entries = [
    ...release.files.map(({ path, sha256, bytes }) => entryOf(path, bytes, Buffer.from(sha256, 'hex'))),
    textEntry(PROOF_PATH, proof),
  ]
    .sort((a, b) => compareText(a.name, b.name))
    .map((entry) => ({ ...entry, name: `${folder}/${entry.name}` }))
  const headers = new Headers({
    'Cache-Control': 'public, max-age=31536000, immutable',
    'Content-Disposition': `attachment; filename="${folder}.zip"`,
    'Content-Type': 'application/zip',
    'X-Content-Type-Options': 'nosniff',
  })
  frame(headers, { length: zipLength(entries) })
  return new Response(request.method === 'HEAD' ? null : streamOf(zipPieces(entries)), { headers })
}

const entryOf = (name: string, bytes: number, sha256: Buffer): ZipEntry => ({
  name,
  bytes,
  open: () => createReadStream(blobPath(sha256), { highWaterMark: 256 * 1024 }),
})

function textEntry(name: string, text: string): ZipEntry {
  const content = Buffer.from(text)
  return {
    name,
    bytes: content.length,
    async *open() {
      yield content
    },
  }
}
