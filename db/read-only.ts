/**
 * The database is behind the checkpoints that others hold, so whatever were written now would contradict them. Set by
 * whoever opens the database (lib/runtime/open-database.ts), inherited by the processes it starts.
 */
export const isReadOnly = (): boolean => process.env.WINNOW_READ_ONLY === '1'
