import 'server-only'
import { adoptFile, blobPath, draftPath } from '@/lib/blobs/store'
import { fileLiteral, literal, openDuck } from '@/lib/datasets/duck'

/** Stores a copy of an index segment that says nothing of where rows with these digests (hex) came from. Their places stay. */
export async function rewriteSegment(segment: Buffer, digests: readonly string[]): Promise<Buffer> {
  using database = await openDuck({ ordered: true, memoryMib: 128 })
  const draft = await draftPath()
  const gone = `digest IN (${digests.map((digest) => `unhex('${digest}')`).join(', ')})`
  const without = (column: string) => `CASE WHEN ${gone} THEN NULL ELSE ${column} END AS ${column}`
  await database.duck.run(`
    COPY (SELECT * REPLACE (${['source_id', 'url', 'author'].map(without).join(', ')}) FROM read_parquet(${fileLiteral(blobPath(segment))}))
    TO ${literal(draft)} (FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE 131072)`)
  return (await adoptFile(draft)).digest
}
