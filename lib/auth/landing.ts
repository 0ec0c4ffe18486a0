import type { Member } from '@/lib/auth/actor'
import { paths } from '@/lib/paths'

/** Where a member's work is: the first page after signing in. */
export function landing(member: Member): string {
  const held = new Set(Object.values(member.roles).flat())
  if (held.has('reviewer') || held.has('lead') || member.site.includes('safety_officer'))
    return paths.triage()
  if (held.has('maintainer')) return paths.datasets()
  if (member.site.includes('admin')) return paths.team()
  if (member.site.includes('auditor')) return paths.draws()
  return paths.account()
}
