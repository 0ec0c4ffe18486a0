import 'server-only'
import { createReadStream } from 'node:fs'
import { blobPath } from '@/lib/blobs/store'
import { PROOF_PATH } from '@/lib/release-format/log-proof'
import { logProof } from './log-proof'
import { OutputFolder } from './output-folder'
import type { ReleaseView } from './queries'

/** Writes a published release to a folder, with the proof that the log has it. All of it appears at once. */
export async function writeOut(release: ReleaseView, folder: string): Promise<void> {
  const proof = release.entryId === null ? null : await logProof(release.entryId)
  const names = [...release.files.map(({ path }) => path), ...(proof === null ? [] : [PROOF_PATH])]
  const output = await OutputFolder.open(folder, names)
  try {
    for (const { path, sha256 } of release.files)
      await output.write(path, pieces(blobPath(Buffer.from(sha256, 'hex'))))
    if (proof !== null) await output.write(PROOF_PATH, inOne(proof))
    await output.commit()
  } catch (error) {
    await output.discard()
    throw error
  }
}

async function* pieces(file: string): AsyncGenerator<Buffer[]> {
  for await (const piece of createReadStream(file, { highWaterMark: 1024 * 1024 }) as AsyncIterable<Buffer>)
    yield [piece]
}

async function* inOne(text: string): AsyncGenerator<Buffer[]> {
  yield [Buffer.from(text)]
}
