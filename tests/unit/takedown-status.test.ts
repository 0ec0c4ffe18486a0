import { describe, expect, it } from 'vitest'
import { takedownStatus } from '@/db/schema/takedowns'
import { dueDate } from '@/lib/takedowns/due-date'
import { isClosed, may, nextStatus, StepAlreadyTaken, StepRefused } from '@/lib/takedowns/status'

describe('the steps of a request', () => {
  it('lead from submission to every outcome', () => {
    expect(nextStatus('email_unverified', 'confirm')).toBe('received')
    expect(nextStatus('received', 'match')).toBe('under_review')
    expect(nextStatus('received', 'match_nothing')).toBe('no_match')
    expect(nextStatus('under_review', 'act')).toBe('actioned')
    expect(nextStatus('under_review', 'act_in_part')).toBe('partially_actioned')
    expect(nextStatus('under_review', 'decline')).toBe('no_action')
    expect(nextStatus('under_review', 'withdraw')).toBe('withdrawn')
  })

  it('lead back to review when a refusal is contested, and from nowhere else', () => {
    const contested = takedownStatus.enumValues.filter((status) => may(status, 'appeal'))
    expect(contested).toEqual(['partially_actioned', 'no_action'])
    for (const status of contested) expect(nextStatus(status, 'appeal')).toBe('under_review')
    expect(() => nextStatus('withdrawn', 'appeal')).toThrow(StepRefused)
  })

  it('tell a repeated step from an impossible one', () => {
    expect(() => nextStatus('under_review', 'confirm')).toThrow(StepAlreadyTaken)
    expect(() => nextStatus('actioned', 'act')).toThrow(StepAlreadyTaken)
    expect(() => nextStatus('expired', 'confirm')).toThrow(StepRefused)
    expect(() => nextStatus('email_unverified', 'match')).toThrow(StepRefused)
    expect(() => nextStatus('actioned', 'withdraw')).toThrow(StepRefused)
  })

  it('never lead away from a closed request', () => {
    const closed = takedownStatus.enumValues.filter(isClosed)
    expect(closed).toEqual([
      'no_match',
      'actioned',
      'partially_actioned',
      'no_action',
      'withdrawn',
      'expired',
    ])
    for (const status of closed) expect(may(status, 'withdraw')).toBe(false)
  })
})

describe('the day an answer is due', () => {
  // Computed by hand for GDPR Art. 12(3): the same day of the next month, or its last, and on to Monday.
  it.each([
    ['2026-11-20T10:00:00Z', '2026-12-21'],
    ['2026-01-31T23:59:59Z', '2026-03-02'],
    ['2026-08-31T00:00:00Z', '2026-09-30'],
    ['2027-12-31T12:00:00Z', '2028-01-31'],
    ['2028-01-30T12:00:00Z', '2028-02-29'],
  ])('is one month after %s for privacy', (submitted, due) => {
    expect(dueDate('privacy', new Date(submitted)).toISOString()).toBe(`${due}T23:59:59.000Z`)
  })

  it('is our own term where the law names none', () => {
    expect(dueDate('copyright', new Date('2026-11-20T10:00:00Z')).toISOString()).toBe(
      '2026-12-04T23:59:59.000Z',
    )
  })
})
