import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fromRoot, root } from '@/lib/runtime/root'

// `npm run check`: types, lint, format, side by side. What a tool says is printed only if it found something.
const tools: Record<string, string[]> = {
  types: ['node_modules/typescript/bin/tsc', '--noEmit', '-p', 'tsconfig.json'],
  lint: ['node_modules/eslint/bin/eslint.js', '--max-warnings=0', '.'],
  format: ['node_modules/prettier/bin/prettier.cjs', '--check', '--log-level=warn', '.'],
}

// The types of routes and of next-env.d.ts are generated; a fresh clone has neither.
const prepared = await run('routes', ['node_modules/next/dist/bin/next', 'typegen'])
const results = prepared
  ? await Promise.all(Object.entries(tools).map(([name, args]) => run(name, args)))
  : [false]
process.exitCode = results.every(Boolean) ? 0 : 1
console.log(
  process.exitCode === 0 ? 'types, lint and format are in order' : 'npm run check found problems, see above',
)

async function run(name: string, [program = '', ...args]: string[]): Promise<boolean> {
  const began = Date.now()
  const env = { ...process.env, NEXT_TELEMETRY_DISABLED: '1' }
  const child = spawn(process.execPath, [fromRoot(program), ...args], {
    cwd: root,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const said: Buffer[] = []
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => said.push(chunk))
  const [status]: unknown[] = await once(child, 'close')
  console.log(`${name}: ${status === 0 ? 'ok' : 'FAILED'} (${((Date.now() - began) / 1000).toFixed(1)} s)`)
  if (status !== 0) process.stdout.write(Buffer.concat(said))
  return status === 0
}
