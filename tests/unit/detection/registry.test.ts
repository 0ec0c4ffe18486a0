import { describe, expect, it } from 'vitest'
import {
  CATEGORIES,
  categoryInfo,
  isRestricted,
  isRestrictedCategory,
  isSensitive,
} from '@/lib/detection/categories'
import { DETECTORS } from '@/lib/detection/registry'

describe('the registry', () => {
  it('gives every detector an id of its own and a version', () => {
    expect(new Set(DETECTORS.map(({ id }) => id)).size).toBe(DETECTORS.length)
    for (const { id, version } of DETECTORS) {
      expect(id).toMatch(/^[a-z][a-z-]*$/)
      expect(version).toMatch(/^\d+$/)
    }
  })

  it('lets detectors claim only categories that exist and none that is restricted', () => {
    for (const { categories } of DETECTORS) {
      expect(categories.length).toBeGreaterThan(0)
      for (const category of categories) expect(categoryInfo(category)?.restricted).toBe(false)
    }
  })

  it('gives every detector a gate, because one without is run on every row', () => {
    for (const { gate } of DETECTORS) expect(gate).toBeDefined()
  })
})

describe('categories', () => {
  it('restricts child safety and intimate images, and nothing else', () => {
    expect(CATEGORIES.filter(({ restricted }) => restricted).map(({ id }) => id)).toEqual([
      'child_safety',
      'ncii',
    ])
  })

  it('treats a category nobody declared as restricted and sensitive', () => {
    expect(isRestricted('pii')).toBe(false)
    expect(isRestricted('unheard_of')).toBe(true)
    expect(isSensitive('unheard_of')).toBe(true)
  })

  it('tells those it restricts from what is no category, which a reason may be', () => {
    expect(['child_safety', 'ncii', 'hate', 'grave', ''].filter(isRestrictedCategory)).toEqual([
      'child_safety',
      'ncii',
    ])
  })

  it('blurs whatever it restricts', () => {
    for (const { restricted, sensitive } of CATEGORIES) expect(sensitive || !restricted).toBe(true)
  })
})
