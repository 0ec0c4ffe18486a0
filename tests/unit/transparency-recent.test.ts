import { expect, test } from 'vitest'
import { Recent, Turns } from '@/lib/transparency/recent'
import { isThere, periodOf } from '@/lib/transparency/period'

test('what many ask for is made once, shown for five minutes, and made anew after', async () => {
  const recent = new Recent<number>(new Turns())
  let made = 0
  const make = async () => ++made
  expect(await Promise.all([1, 2, 3].map(() => recent.get('a', make, 0)))).toEqual([1, 1, 1])
  expect(await recent.get('a', make, 299_999)).toBe(1)
  expect(await recent.get('a', make, 300_000)).toBe(2)
  expect(await recent.get('b', make, 0)).toBe(3)
})

test('one is made at a time, whatever is asked for, and beyond twenty who wait the next is refused', async () => {
  const turns = new Turns()
  const [reports, parts] = [new Recent<number>(turns), new Recent<number>(turns)]
  let [running, most] = [0, 0]
  const make = async () => {
    running += 1
    most = Math.max(most, running)
    await new Promise(setImmediate)
    running -= 1
    return most
  }
  const asked = Array.from({ length: 30 }, (_, i) => (i % 2 ? reports : parts).get(`period ${i}`, make))
  const answers = await Promise.allSettled(asked)
  expect(most).toBe(1)
  expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(20)
  expect(answers.at(-1)).toMatchObject({ status: 'rejected', reason: { code: 'rate_limited' } })
  expect(await reports.get('period 29', make), 'asked for again, it is made').toBe(1)
})

test('what failed is not remembered, and does not stand in the way of the next', async () => {
  const recent = new Recent<string>(new Turns())
  await expect(recent.get('a', () => Promise.reject(new Error('no database')))).rejects.toThrow('no database')
  expect(await recent.get('a', async () => 'made')).toBe('made')
})

test('a period that nobody could say anything of is none', () => {
  const now = new Date('2026-11-21T12:00:00Z')
  const first = new Date('2026-03-10T00:00:00Z')
  const known = (id: string) => {
    const period = periodOf(id, now)
    return period !== null && isThere(period, first, now)
  }
  expect(['2026-H1', '2026-H2', '2026-03', '2026-11'].map(known)).toEqual([true, true, true, true])
  expect(['2026-02', '2025-H2', '2000-01', '2026-12', '2099-H1'].map(known)).toEqual(Array(5).fill(false))
  const long = periodOf('2010-H1', now)
  expect(long && isThere(long, new Date('2009-01-01'), now)).toBe(false)
})
