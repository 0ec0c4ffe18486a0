import { hasSqlState } from '@/db/sql-state'

export { isReadOnly } from '@/db/read-only'

/** Whether an error is Postgres refusing a write because of that (read_only_sql_transaction). */
export const isReadOnlyRefusal = (error: unknown): boolean => hasSqlState(error, '25006')
