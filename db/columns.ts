import { customType, timestamp, uuid } from 'drizzle-orm/pg-core'

/** `bytea` as a Buffer in both directions. */
export const bytes = customType<{ data: Buffer; driverData: Buffer }>({ dataType: () => 'bytea' })

/** Primary key made by the database; facts that reference each other before they are written bring their own. */
export const id = () => uuid('id').notNull().defaultRandom()

export const createdAt = () => timestamp('created_at', { withTimezone: true }).notNull().defaultNow()

export const instant = (name: string) => timestamp(name, { withTimezone: true })

/** The log entry that records this fact. The index it gets is known only to the sequencer (`log_entry`). */
export const entryId = () => uuid('entry_id').notNull()
