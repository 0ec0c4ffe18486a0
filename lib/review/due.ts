import type { CaseStatus } from './status'

/** Whether an open case has passed the time by which it was to be decided. */
export const isOverdue = ({ status, dueAt }: { status: CaseStatus; dueAt: Date | null }): boolean =>
  status === 'open' && dueAt !== null && dueAt.getTime() < Date.now()
