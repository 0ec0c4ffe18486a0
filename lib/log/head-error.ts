/**
 * origin_changed: the log was founded under another name · key_changed: its checkpoints are not signed with this key ·
 * behind: the database is older than a checkpoint that was shown · forked: it contradicts one · damaged: head, entries
 * and tiles contradict each other
 */
export type HeadFault = 'origin_changed' | 'key_changed' | 'behind' | 'forked' | 'damaged'

/** The log must not be continued, and what reads it should be read-only. The message tells the operator why. */
export class LogHeadError extends Error {
  override readonly name = 'LogHeadError'
  constructor(
    readonly code: HeadFault,
    message: string,
  ) {
    super(message)
  }
}

export const originChanged = (was: string, is: string) =>
  new LogHeadError(
    'origin_changed',
    `This log was founded as "${was}" and cannot go on as "${is}": its name is in every checkpoint that others hold. Set WINNOW_LOG_ORIGIN=${was}.`,
  )

export const damaged = (what: string) =>
  new LogHeadError(
    'damaged',
    `The stored log contradicts itself: ${what}. Nothing is added to it; restore a backup or find out who changed it.`,
  )
