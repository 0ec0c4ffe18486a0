import { say } from '@/lib/i18n/say'

/** "12 rows of revision 2 come from there." */
export function describeKeptOut({
  made,
  reach,
}: {
  made: boolean
  reach: { revision: number; rows: number[] } | null
}): string {
  const done = 'suppression.keepOut.done'
  if (!reach) return say(made ? `${done}.madeBeforeAny` : `${done}.countedNothing`)
  const found = { rows: reach.rows[0] ?? 0, revision: String(reach.revision) }
  return say(made ? `${done}.made` : `${done}.counted`, found)
}
