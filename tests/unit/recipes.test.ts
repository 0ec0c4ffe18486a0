import { execFileSync } from 'node:child_process'
import { appendFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterEach, expect, it } from 'vitest'
import { openDuck } from '@/lib/datasets/duck'
import { keptPosts, kitchen, recipes, recipeWorld } from '../support/recipes'

const here = process.cwd()
afterEach(() => process.chdir(here))

async function runDuckDb(folder: string): Promise<void> {
  process.chdir(folder)
  using database = await openDuck()
  for (const { language, code } of await recipes('DuckDB')) {
    expect(language).toBe('sql')
    await database.duck.run(code)
  }
}

it('the recipe for DuckDB in docs/recipes.md keeps and masks what apply does, of JSONL and of Parquet', async () => {
  const { folder, applied } = await recipeWorld()
  await runDuckDb(kitchen(folder, 'duckdb'))
  const kept = await keptPosts(path.join(folder, 'with-duckdb'))
  expect(kept).toEqual(applied)
  expect(kept.jsonl.length).toBeGreaterThan(1_000)
  expect(kept.jsonl.filter(({ text }) => text.includes('[REDACTED]')).length).toBeGreaterThan(500)
})

it('a recipe refuses a file with a row too few', async () => {
  const { folder } = await recipeWorld()
  const own = kitchen(folder, 'short')
  const file = path.join(own, 'posts.jsonl')
  const text = readFileSync(file, 'utf8')
  rmSync(file)
  writeFileSync(file, text.slice(0, text.lastIndexOf('\n', text.length - 2) + 1))
  await expect(runDuckDb(own)).rejects.toThrow(/posts\.jsonl is not the base file/)
})

it('the check of the files before the recipes tells another file', async () => {
  const { folder } = await recipeWorld()
  const [check] = await recipes('')
  if (check?.language !== 'sh') throw new Error('no check')
  const run = () => execFileSync('sh', ['-c', check.code], { cwd: folder, encoding: 'utf8', stdio: 'pipe' })
  expect(run()).toBe('')
  appendFileSync(path.join(folder, 'posts.parquet'), ' ')
  expect(run).toThrow(/posts\.parquet is not the base file/)
})
