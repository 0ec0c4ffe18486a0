import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { NOTHING, summary, type Counts } from '@/tests/support/counts'

// `npm run accept -- <folder of real data> [set…]`: every module beside this one that exports `run(dataFolder)`, or those
// named. The data are other people's and no part of the repository. The last line is `N passed, N failed`.
const outcome = z.object({
  name: z.string(),
  passed: z.number(),
  failed: z.number(),
  notes: z.array(z.string()),
})
const acceptance = z.object({ run: z.function({ input: [z.string()], output: z.promise(outcome) }) })

const [folder, ...wanted] = process.argv.slice(2)
if (!folder || !existsSync(folder)) {
  console.error('Say where the real data are: npm run accept -- <folder> [set…]')
  process.exit(2)
}
const total: Counts = { ...NOTHING }
for (const name of sets()) {
  const began = Date.now()
  const { passed, failed, notes } = await runSet(name, path.resolve(folder))
  total.passed += passed
  total.failed += failed
  console.log(`${name}: ${passed} passed, ${failed} failed (${((Date.now() - began) / 1000).toFixed(1)} s)`)
  for (const note of notes) console.log(`  ${note}`)
}
process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0
console.log(summary(total))

function sets(): string[] {
  const all = readdirSync(import.meta.dirname).filter((file) => file.endsWith('.ts') && file !== 'run.ts')
  return all
    .map((file) => path.basename(file, '.ts'))
    .filter((name) => wanted.length === 0 || wanted.includes(name))
}

/** A set that throws has failed; the others still run. */
async function runSet(name: string, dataFolder: string): Promise<z.infer<typeof outcome>> {
  try {
    const loaded: unknown = await import(path.join(import.meta.dirname, `${name}.ts`))
    return await acceptance.parse(loaded).run(dataFolder)
  } catch (error) {
    return {
      name,
      passed: 0,
      failed: 1,
      notes: [error instanceof Error ? (error.stack ?? error.message) : String(error)],
    }
  }
}
