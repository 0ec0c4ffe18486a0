import 'server-only'
import type { Voice } from '@/lib/i18n/say'
import { countByKind } from './labels'
import type { Target } from './parse-targets'

/** A target in one line, as its requester wrote it. */
export function describeTarget(voice: Voice, target: Target): string {
  if (target.kind !== 'row') return target.value
  const { file, row } = target
  return file === null
    ? voice('takedowns.target.row', { row: String(row) })
    : voice('takedowns.target.rowOfFile', { file, row: String(row) })
}

/** "2 rows, 1 web address" */
export const countTargets = (voice: Voice, targets: readonly { kind: Target['kind'] }[]): string =>
  countByKind(targets)
    .map(({ kind, n }) => voice(`takedowns.target.count.${kind}`, { n }))
    .join(', ')
