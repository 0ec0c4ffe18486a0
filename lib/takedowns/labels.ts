import { readOwnLink } from './own-link'
import type { Target } from './parse-targets'
import type { TakedownStatus } from './status'

/** How far along, for the shape beside the word. Nothing is ever red: no outcome is a failure of the person who asked. */
export const PROGRESS: Record<TakedownStatus, 'waiting' | 'active' | 'done' | 'held'> = {
  email_unverified: 'waiting',
  received: 'waiting',
  under_review: 'active',
  no_match: 'held',
  actioned: 'done',
  partially_actioned: 'done',
  no_action: 'held',
  withdrawn: 'held',
  expired: 'held',
  needs_info: 'waiting',
  needs_identity: 'waiting',
  owner_notified: 'waiting',
  on_hold: 'held',
  rejected: 'held',
  duplicate: 'active',
  countered: 'active',
  restored: 'done',
  kept_down: 'done',
  retracted: 'held',
  closed: 'done',
  answered: 'done',
}

/** How many of each kind: "2 rows, 1 web address" in the order in which they were first named. */
export function countByKind(
  targets: readonly { kind: Target['kind'] }[],
): { kind: Target['kind']; n: number }[] {
  const counts = new Map<Target['kind'], number>()
  for (const { kind } of targets) counts.set(kind, (counts.get(kind) ?? 0) + 1)
  return [...counts].map(([kind, n]) => ({ kind, n }))
}

/** The datasets that the named items are in: those that links lead to, and the one that was chosen for all others. */
export function datasetsOf(targets: readonly Target[], chosen: string): ReadonlySet<string> {
  const slugs = new Set(
    targets.map((target) => (target.kind === 'link' ? (readOwnLink(target.value)?.slug ?? chosen) : chosen)),
  )
  // Nothing is chosen yet: links say where the others will be, too.
  if (slugs.size > 1) slugs.delete('')
  return slugs
}
