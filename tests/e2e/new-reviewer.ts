/** Makes a reviewer of the demonstration's dataset who was never asked what they agree to see. Run as a process beside the product. */
import { eq } from 'drizzle-orm'
import { transact } from '@/db/client'
import { dataset, membership } from '@/db/schema'
import { system } from '@/lib/auth/load-actor'
import { demoDataset } from '@/lib/demo/world'
import { createPerson } from '@/lib/people/create-person'
import { openDatabase } from '@/lib/runtime/open-database'
import { prepareEnvironment } from '@/lib/runtime/prepare'

await prepareEnvironment()
const opened = await openDatabase()
const [email = '', password = ''] = process.argv.slice(2)
await transact(async (tx) => {
  const { id: personId } = await createPerson(tx, system('test'), { email, password, name: 'Nele Neu' })
  const [of] = await tx.select({ id: dataset.id }).from(dataset).where(eq(dataset.slug, demoDataset.slug))
  if (!of) throw new Error('no dataset')
  await tx.insert(membership).values({ datasetId: of.id, personId, role: 'reviewer' })
})
await opened.close()
