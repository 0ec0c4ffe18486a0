export { isReadOnly } from '@/db/read-only'

/** Whether an error is Postgres refusing a write because of that (read_only_sql_transaction). */
export function isReadOnlyRefusal(error: unknown): boolean {
  for (let at = error; at instanceof Error; at = at.cause)
    if ('code' in at && at.code === '25006') return true
  return false
}
