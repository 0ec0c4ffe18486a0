/** Lets an open case of the demonstration's dataset be overdue by three weeks. Run as a process beside the product. */
import { sql } from 'drizzle-orm'
import { db } from '@/db/client'
import { demoDataset } from '@/lib/demo/world'
import { openDatabase } from '@/lib/runtime/open-database'
import { prepareEnvironment } from '@/lib/runtime/prepare'

await prepareEnvironment()
const opened = await openDatabase()
await db().execute(sql`
  update review_case set due_at = now() - interval '3 weeks' where id = (
    select c.id from review_case c join dataset s on s.id = c.dataset_id
    where s.slug = ${demoDataset.slug} and c.status = 'open' and not c.restricted and c.taken = 0 order by c.priority, c.id limit 1)`)
await opened.close()
