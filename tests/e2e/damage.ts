/**
 * Damages what the sender of a request told of themselves, in a running demonstration, so that its page cannot be shown; done again it is
 * whole. Run as a process beside the product.
 */
import { sql } from 'drizzle-orm'
import { transact } from '@/db/client'
import { openDatabase } from '@/lib/runtime/open-database'
import { prepareEnvironment } from '@/lib/runtime/prepare'

await prepareEnvironment()
const opened = await openDatabase()
const [requestId = ''] = process.argv.slice(2)
await transact((tx) =>
  tx.execute(sql`
    update takedown_contact set sealed = set_byte(sealed, length(sealed) - 1, get_byte(sealed, length(sealed) - 1) # 1)
    where request_id = ${requestId}`),
)
await opened.close()
