import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readdirSync } from 'node:fs'
import { availableParallelism } from 'node:os'
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
const names = sets()
const [only] = names
const total =
  names.length === 1 && only
    ? await runHere(only, path.resolve(folder))
    : await sideBySide(path.resolve(folder))
process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0
console.log(summary(total))

function sets(): string[] {
  const all = readdirSync(import.meta.dirname).filter((file) => file.endsWith('.ts') && file !== 'run.ts')
  return all
    .map((file) => path.basename(file, '.ts'))
    .filter((name) => wanted.length === 0 || wanted.includes(name))
}

/** Each a process of its own, since each has a database of its own; no more at once than there are processors. */
async function sideBySide(dataFolder: string): Promise<Counts> {
  const total = { ...NOTHING }
  const waiting = [...names]
  const lane = async () => {
    for (let name = waiting.shift(); name; name = waiting.shift()) {
      const { passed, failed } = await runBeside(name, dataFolder)
      total.passed += passed
      total.failed += failed
    }
  }
  await Promise.all(Array.from({ length: availableParallelism() }, lane))
  return total
}

/** Prints what it says when it has ended; one that ends without its last line has failed. */
async function runBeside(name: string, dataFolder: string): Promise<{ passed: number; failed: number }> {
  const child = spawn(process.execPath, [...process.execArgv, import.meta.filename, dataFolder, name], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const said: Buffer[] = []
  child.stdout.on('data', (chunk: Buffer) => said.push(chunk))
  const [status]: unknown[] = await once(child, 'close')
  const lines = Buffer.concat(said).toString('utf8').trimEnd().split('\n')
  const [, passed, failed] = /^(\d+) passed, (\d+) failed$/.exec(lines.at(-1) ?? '') ?? []
  console.log((failed ? lines.slice(0, -1) : lines).join('\n'))
  if (failed && (status === 0) === (failed === '0')) return { passed: Number(passed), failed: Number(failed) }
  console.log(`${name}: FAILED, it ended with status ${String(status)}`)
  return { passed: 0, failed: 1 }
}

async function runHere(name: string, dataFolder: string): Promise<Counts> {
  const began = Date.now()
  const { passed, failed, notes } = await runSet(name, dataFolder)
  console.log(`${name}: ${passed} passed, ${failed} failed (${((Date.now() - began) / 1000).toFixed(1)} s)`)
  for (const note of notes) console.log(`  ${note}`)
  return { ...NOTHING, passed, failed }
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
