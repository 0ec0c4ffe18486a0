import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { type Duck, openDuck } from '@/lib/datasets/duck'

const folder = mkdtempSync(path.join(tmpdir(), 'winnow-duck-'))
beforeAll(() => vi.stubEnv('TMPDIR', folder))
afterAll(() => {
  vi.unstubAllEnvs()
  rmSync(folder, { recursive: true, force: true })
})

const ROWS = 600_000

/** More than fits: the rest is spilled. */
const fill = ({ duck }: Duck, salt: number) =>
  duck.run(
    `CREATE TABLE filled AS SELECT range AS i, repeat(md5((range + ${salt})::VARCHAR), 4) AS text FROM range(${ROWS})`,
  )

const wrong = async ({ duck }: Duck, salt: number) => {
  const reader = await duck.runAndReadAll(
    `SELECT count(*) FILTER (text <> repeat(md5((i + ${salt})::VARCHAR), 4)), count(*) FROM filled`,
  )
  return reader.getRows()
}

describe('two databases that spill at once', () => {
  it('each read what they wrote, and leave nothing behind', async () => {
    {
      using one = await openDuck({ memoryMib: 48 })
      using other = await openDuck({ memoryMib: 48 })
      await Promise.all([fill(one, 1), fill(other, 1_000_000_000)])
      expect(await wrong(one, 1)).toEqual([[0n, BigInt(ROWS)]])
      expect(await wrong(other, 1_000_000_000)).toEqual([[0n, BigInt(ROWS)]])
    }
    expect(readdirSync(folder)).toEqual([])
  })
})
