import { describe, expect, test } from 'vitest'
import type { Actor, DatasetRole, SiteRole } from '@/lib/auth/actor'
import { cannot } from '@/lib/auth/cannot'
import { can, datasetsWhere } from '@/lib/auth/permissions'

const member = (roles: DatasetRole[], site: SiteRole[] = []): Actor => ({
  kind: 'member',
  id: 'p',
  name: 'P',
  pseudonym: 'p',
  site,
  roles: { here: roles },
})

describe('permissions', () => {
  test('a role in one dataset gives nothing in another', () => {
    expect(can(member(['lead']), 'case.review', 'here')).toBe(true)
    expect(can(member(['lead']), 'case.review', 'elsewhere')).toBe(false)
    expect(can(member(['lead']), 'case.review')).toBe(false)
  })

  test('a maintainer publishes and imports, and does not review', () => {
    expect(can(member(['maintainer']), 'release.publish', 'here')).toBe(true)
    expect(can(member(['maintainer']), 'case.review', 'here')).toBe(false)
  })

  test('an admin manages people and has no say in cases or releases', () => {
    const admin = member([], ['admin'])
    expect(can(admin, 'people.manage')).toBe(true)
    for (const permission of ['case.view', 'case.review', 'release.publish', 'takedown.view'] as const) {
      expect(can(admin, permission, 'here')).toBe(false)
    }
    expect(can(admin, 'restricted.handle')).toBe(false)
  })

  test('only a safety officer handles restricted items', () => {
    expect(can(member(['lead', 'reviewer', 'maintainer'], ['admin']), 'restricted.handle')).toBe(false)
    expect(can(member([], ['safety_officer']), 'restricted.handle')).toBe(true)
  })

  test('visitors and requesters may do nothing that members may', () => {
    for (const actor of [
      { kind: 'visitor', network: 'n' },
      { kind: 'requester', requestId: 'r' },
    ] as const) {
      expect(can(actor, 'case.view', 'here')).toBe(false)
      expect(can(actor, 'people.manage')).toBe(false)
    }
  })

  test('names the reason of a refusal, and none when there is nothing to refuse', () => {
    expect(cannot(member(['reviewer']), 'case.bulk', 'here')).toMatch(/lead/)
    expect(cannot(member(['lead']), 'case.bulk', 'here')).toBeUndefined()
  })

  test('lists the datasets in which a permission is held', () => {
    expect(datasetsWhere(member(['reviewer']), 'case.review')).toEqual(['here'])
    expect(datasetsWhere(member(['maintainer']), 'case.review')).toEqual([])
  })
})
