/** Whether an error is Postgres ending a statement with this code (SQLSTATE, appendix A of its manual), however it was passed on. */
export function hasSqlState(error: unknown, code: string): boolean {
  for (let at = error; at instanceof Error; at = at.cause) if ('code' in at && at.code === code) return true
  return false
}
