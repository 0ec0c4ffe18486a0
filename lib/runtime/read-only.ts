export { isReadOnly } from '@/db/read-only'

/** What every write is answered with while the instance is read-only. */
export const READ_ONLY_SENTENCE =
  'Winnow is read-only at the moment: its database is older than what its log has shown. Nothing was saved; an operator has to recover the log first (winnow log recover).'

/** Whether an error is Postgres refusing a write because of that (read_only_sql_transaction). */
export function isReadOnlyRefusal(error: unknown): boolean {
  for (let at = error; at instanceof Error; at = at.cause)
    if ('code' in at && at.code === '25006') return true
  return false
}
