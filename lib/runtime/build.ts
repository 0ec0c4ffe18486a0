import 'server-only'
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { withLock } from '@/lib/runtime/lock.mjs'
import { fromRoot, root } from '@/lib/runtime/root'

const SOURCES = ['app', 'components', 'lib', 'db', 'public']
const SETTINGS = ['package-lock.json', 'next.config.js', 'postcss.config.mjs', 'tsconfig.json', 'proxy.ts']
const STAMP = fromRoot('.next/winnow-sources')

/** Builds the web application if its sources are not those of the last build. Throws when the build fails. */
export async function ensureBuilt(signal: AbortSignal): Promise<void> {
  if (isBuilt(digestSources())) return
  const waiting = () => console.error('Waiting for another process that is building …')
  await withLock(
    fromRoot('.winnow-build'),
    async () => {
      const digest = digestSources()
      if (isBuilt(digest)) return
      rmSync(fromRoot('.next'), { recursive: true, force: true })
      console.error('Building the web application (about a minute, only after a change) …')
      await runBuild(signal)
      writeFileSync(STAMP, digest)
    },
    { waiting },
  )
}

const isBuilt = (digest: string) => existsSync(STAMP) && readFileSync(STAMP, 'utf8') === digest

/** Its hundred lines of progress are of interest only when it fails. */
async function runBuild(signal: AbortSignal): Promise<void> {
  const env = { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' } as const
  const args = [fromRoot('node_modules/next/dist/bin/next'), 'build']
  const build = spawn(process.execPath, args, { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'], signal })
  const said: Buffer[] = []
  for (const stream of [build.stdout, build.stderr]) stream.on('data', (chunk: Buffer) => said.push(chunk))
  const [code, killedBy]: unknown[] = await once(build, 'close')
  if (code === 0) return
  process.stderr.write(Buffer.concat(said))
  throw new Error(
    `The web application could not be built (${killedBy ? `killed by ${String(killedBy)}` : `exit code ${String(code)}`}), see above.`,
  )
}

/** SHA-256 over names and contents of everything that goes into the build. */
function digestSources(): string {
  const hash = createHash('sha256').update(process.version)
  const files = [
    ...SOURCES.flatMap((folder) => listFiles(folder)),
    ...SETTINGS.filter((file) => existsSync(fromRoot(file))),
  ]
  for (const file of files.sort()) {
    const bytes = readFileSync(fromRoot(file))
    hash.update(`${file}\0${bytes.length}\0`).update(bytes)
  }
  return hash.digest('hex')
}

function listFiles(folder: string): string[] {
  if (!existsSync(fromRoot(folder))) return []
  return readdirSync(fromRoot(folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)))
}
