import 'server-only'
import path from 'node:path'
import { openDuck } from '@/lib/datasets/duck'
import {
  CONVENIENCES_PATH,
  conveniencesBytes,
  COPIED_LISTS,
  parquetPath,
  type Convenience,
} from '@/lib/release-format/conveniences'
import { loadRelease } from './load-release'
import { openSource } from './open-source'
import { OutputFolder } from './output-folder'
import { writeParquetList } from './parquet-lists'
import { hashFile } from './read-file'

/**
 * Writes the lists of a release as Parquet into a folder, with a list of what each was made from. The release is checked first.
 *
 * @param release folder or address
 * @throws FormatError if the release is not valid
 */
export async function exportParquet(
  release: string,
  out: string,
  signal?: AbortSignal,
): Promise<readonly Convenience[]> {
  await using source = await openSource(release, signal)
  const { folder, digest, checksums } = await loadRelease(source.folder)
  const lists = COPIED_LISTS.filter((list) => checksums.has(list.path))
  const output = await OutputFolder.open(out, [
    ...lists.map((list) => parquetPath(list.path)),
    CONVENIENCES_PATH,
  ])
  try {
    const copies: Convenience[] = []
    for (const list of lists) {
      signal?.throwIfAborted()
      const name = parquetPath(list.path)
      let rows = 0
      await output.make(name, async (draft) => {
        using database = await openDuck({ ordered: true })
        rows = await writeParquetList(database.duck, list, path.join(folder, list.path), draft)
      })
      const from = { path: list.path, sha256: checksums.get(list.path) ?? '' }
      copies.push({ path: name, ...(await hashFile(output.draftOf(name))), rows, from })
    }
    await output.write(CONVENIENCES_PATH, inOne(conveniencesBytes(digest, copies)))
    await output.commit()
    return copies
  } catch (error) {
    await output.discard()
    throw error
  }
}

async function* inOne(bytes: Uint8Array): AsyncGenerator<Buffer[]> {
  yield [Buffer.from(bytes)]
}
