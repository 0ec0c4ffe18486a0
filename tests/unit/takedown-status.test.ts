import { describe, expect, it } from 'vitest'
import { takedownStatus } from '@/db/schema/takedowns'
import { AppError } from '@/lib/errors'
import {
  isClosed,
  isTheirs,
  may,
  nextStatus,
  StepAlreadyTaken,
  StepRefused,
  TAKEDOWN_STEPS,
  type TakedownStatus,
} from '@/lib/takedowns/status'

describe('the steps of a request', () => {
  it('lead from submission to every outcome', () => {
    expect(nextStatus('email_unverified', 'confirm')).toBe('received')
    expect(nextStatus('received', 'match')).toBe('under_review')
    expect(nextStatus('received', 'match_nothing')).toBe('no_match')
    expect(nextStatus('under_review', 'act')).toBe('actioned')
    expect(nextStatus('under_review', 'act_in_part')).toBe('partially_actioned')
    expect(nextStatus('under_review', 'decline')).toBe('no_action')
    expect(nextStatus('under_review', 'withdraw')).toBe('withdrawn')
    expect(nextStatus('no_match', 'appeal'), 'found or not is an answer, too').toBe('received')
    // What was found and is not meant is refused by a person, and not "not found".
    for (const status of ['under_review', 'duplicate'] as const)
      expect(() => nextStatus(status, 'match_nothing')).toThrow(StepRefused)
  })

  it('lead back to people when a refusal is contested, and from nowhere else', () => {
    const contested = takedownStatus.enumValues.filter((status) => may(status, 'appeal'))
    expect(contested).toEqual([
      'no_match',
      'partially_actioned',
      'no_action',
      'rejected',
      'closed',
      'answered',
    ])
    const anew: TakedownStatus[] = ['rejected', 'no_match']
    for (const status of contested)
      expect(nextStatus(status, 'appeal')).toBe(anew.includes(status) ? 'received' : 'under_review')
    expect(() => nextStatus('withdrawn', 'appeal')).toThrow(StepRefused)
  })

  it('give a held request back to where it stood, and nowhere else', () => {
    for (const status of takedownStatus.enumValues.filter((status) => may(status, 'hold'))) {
      expect(nextStatus(status, 'hold')).toBe('on_hold')
      expect(nextStatus('on_hold', 'resume', status)).toBe(status)
    }
    for (const status of takedownStatus.enumValues.filter((status) => !may(status, 'hold')))
      expect(() => nextStatus('on_hold', 'resume', status), status).toThrow(StepRefused)
    expect(() => nextStatus('on_hold', 'resume')).toThrow(StepRefused)
    expect(TAKEDOWN_STEPS.filter((step) => may('on_hold', step))).toEqual(['resume'])
  })

  it('are never a visitor’s, and a decision is never the requester’s', () => {
    for (const step of TAKEDOWN_STEPS) expect(isTheirs(step, 'visitor'), step).toBe(false)
    const theirs = TAKEDOWN_STEPS.filter((step) => isTheirs(step, 'requester'))
    expect(theirs).toEqual(['confirm', 'give_info', 'prove', 'appeal', 'retract', 'withdraw'])
  })

  it('tell a repeated step from an impossible one', () => {
    expect(() => nextStatus('under_review', 'confirm')).toThrow(StepAlreadyTaken)
    expect(() => nextStatus('actioned', 'act')).toThrow(StepAlreadyTaken)
    expect(() => nextStatus('expired', 'confirm')).toThrow(StepRefused)
    expect(() => nextStatus('email_unverified', 'match')).toThrow(StepRefused)
    expect(() => nextStatus('actioned', 'withdraw')).toThrow(StepRefused)
  })

  it('end only where the requester has an answer, or wants none any more', () => {
    const closed = takedownStatus.enumValues.filter(isClosed)
    expect(closed).toEqual([
      'no_match',
      'actioned',
      'partially_actioned',
      'no_action',
      'withdrawn',
      'expired',
      'rejected',
      'restored',
      'kept_down',
      'retracted',
      'closed',
      'answered',
    ])
    for (const status of closed) expect(may(status, 'withdraw'), status).toBe(false)
  })
})

describe('a walk of any steps', () => {
  /** The status after one step from here, by asking the table alone. */
  const after = (from: TakedownStatus, before: TakedownStatus | null): TakedownStatus[] =>
    TAKEDOWN_STEPS.filter((step) => may(from, step)).map((step) => nextStatus(from, step, before))

  /** Every status that can be reached, with what a held one remembers. */
  function reachable(from: TakedownStatus, before: TakedownStatus | null = null): Set<TakedownStatus> {
    const seen = new Set<string>()
    const found = new Set<TakedownStatus>()
    const open: [TakedownStatus, TakedownStatus | null][] = [[from, before]]
    for (let next = open.pop(); next; next = open.pop()) {
      const [status, held] = next
      if (seen.has(`${status} ${held}`)) continue
      seen.add(`${status} ${held}`)
      found.add(status)
      for (const to of after(status, held)) open.push([to, to === 'on_hold' ? status : null])
    }
    return found
  }

  it('reaches every status there is from a submission', () => {
    expect([...reachable('email_unverified')].sort()).toEqual([...takedownStatus.enumValues].sort())
  })

  it('can come to an end from everywhere', () => {
    for (const status of takedownStatus.enumValues) {
      const held = status === 'on_hold' ? 'under_review' : null
      expect([...reachable(status, held)].some(isClosed), status).toBe(true)
    }
  })

  it('never does anything but by the table, whatever is tried in whatever order', () => {
    const random = mulberry(20_261_121)
    for (let walk = 0; walk < 300; walk++) {
      let [status, before]: [TakedownStatus, TakedownStatus | null] = ['email_unverified', null]
      let confirmed = false
      for (let n = 0; n < 30; n++) {
        const step = TAKEDOWN_STEPS[Math.floor(random() * TAKEDOWN_STEPS.length)] ?? 'confirm'
        if (!may(status, step)) {
          expect(() => nextStatus(status, step, before), `${status} ${step}`).toThrow(AppError)
          continue
        }
        const to = nextStatus(status, step, before)
        // What nobody confirmed is worked on by nobody; what was withdrawn or ran out stays so.
        if (!confirmed) expect(['confirm', 'expire']).toContain(step)
        expect(['expired', 'restored', 'retracted']).not.toContain(status)
        if (status === 'withdrawn') expect(step, 'what an earlier answer took out').toBe('counter')
        if (to === 'no_action' || to === 'actioned' || to === 'partially_actioned')
          expect(['under_review', 'duplicate', 'countered', 'on_hold']).toContain(status)
        if (to === 'restored')
          expect(step === 'lift' ? ['actioned', 'partially_actioned', 'closed'] : ['countered']).toContain(
            status,
          )
        confirmed ||= step === 'confirm'
        ;[before, status] = [to === 'on_hold' ? status : null, to]
      }
    }
  })
})

/** A repeatable generator (mulberry32), for walks that can be walked again. */
function mulberry(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}
