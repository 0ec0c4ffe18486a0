import 'server-only'
import { system } from '@/lib/auth/load-actor'
import { storeBlob } from '@/lib/blobs/store'
import { importRevision } from '@/lib/datasets/import-revision'
import { importHooks } from '@/lib/jobs/import-hooks'
import { demoRevision, shardBytes } from './world'

/** Imports a revision of the demo dataset. The same files again are the same revision, so repeating it changes nothing. */
export async function importDemoRevision(
  datasetId: string,
  number: 1 | 2,
  signal: AbortSignal,
): Promise<void> {
  const sources = await Promise.all(
    demoRevision(number).map(async (shard) => ({
      name: shard.name,
      blob: await storeBlob(once(shardBytes(shard))),
    })),
  )
  await importRevision(
    system('demo'),
    {
      datasetId,
      sources,
      wishes: { text: ['text'], id: 'id' },
      label: number === 1 ? 'first crawl' : 'next crawl',
    },
    { ...(await importHooks(datasetId)), signal },
  )
}

async function* once(bytes: Buffer): AsyncGenerator<Uint8Array> {
  yield bytes
}
