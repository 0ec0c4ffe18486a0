/**
 * Holds the open cases with a finding of one type in a running demonstration, as somebody does who is just deciding them, until its
 * input ends: whatever decides them waits. Run as a process beside the product; says on its output how many it holds.
 */
import { once } from 'node:events'
import { sql } from 'drizzle-orm'
import { transact } from '@/db/client'
import { openDatabase } from '@/lib/runtime/open-database'
import { prepareEnvironment } from '@/lib/runtime/prepare'

await prepareEnvironment()
const opened = await openDatabase()
const [slug = '', type = ''] = process.argv.slice(2)
await transact(async (tx) => {
  const held = await tx.execute(sql`
    select c.id from review_case c join dataset s on s.id = c.dataset_id
    where s.slug = ${slug} and c.status = 'open' and ${type} = any (c.types)
    order by c.digest, c.category for update of c`)
  process.stdout.write(`${held.length}\n`)
  process.stdin.resume()
  await once(process.stdin, 'end')
})
await opened.close()
