import { spawn, spawnSync } from 'node:child_process'
import { chmodSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { freePort } from '@/lib/runtime/port'
import { root } from '@/lib/runtime/root'

// What a stranger does first: clone, `npm start`, and stop it. Nothing of this tree but its last commit takes part.
const clone = mkdtempSync(path.join(tmpdir(), 'winnow-clone-'))
try {
  process.exitCode = (await freshStart()) ? 0 : 1
} catch (error) {
  console.log(error)
  process.exitCode = 1
}
rmSync(clone, { recursive: true, force: true, maxRetries: 3 })

async function freshStart(): Promise<boolean> {
  // mkdtemp's 0700 would hide the embedded server's files from the user it runs as.
  chmodSync(clone, 0o755)
  if (spawnSync('git', ['clone', '--quiet', root, clone], { stdio: 'inherit' }).status !== 0) return false
  const port = await freePort()
  const began = Date.now()
  const npm = spawn('npm', ['start'], {
    cwd: clone,
    env: { ...strangersEnvironment(), PORT: String(port) },
    stdio: 'inherit',
  })
  const ended = new Promise<number | null>((resolve) => npm.once('exit', resolve))
  const healthy = await Promise.race([becomesHealthy(port), ended.then(() => false)])
  console.log(healthy ? `answered on /api/health after ${seconds(began)} s` : 'did not answer on /api/health')
  const stopping = Date.now()
  npm.kill('SIGTERM')
  await ended
  const down = await goesDown(port)
  console.log(
    down
      ? `stopped after ${seconds(stopping)} s`
      : 'did not stop: it still answers, or its database still runs',
  )
  return healthy && down
}

/** A stranger has none of this run's settings. */
function strangersEnvironment(): NodeJS.ProcessEnv {
  const ours =
    /^(WINNOW_|DATABASE_URL|SMTP_URL|OIDC_|NEXTAUTH_|AUTH_|TRUSTED_PROXIES|NODE_ENV|npm_|TSX_|INIT_CWD)/
  const env: NodeJS.ProcessEnv = { ...process.env }
  for (const name of Object.keys(env)) if (ours.test(name)) env[name] = undefined
  return env
}

async function becomesHealthy(port: number): Promise<boolean> {
  for (const deadline = Date.now() + 8 * 60_000; Date.now() < deadline; await sleep(250)) {
    if (await answers(port)) return true
  }
  return false
}

/** npm itself is gone at once; the product lets requests end and stops its database. */
async function goesDown(port: number): Promise<boolean> {
  const database = path.join(clone, '.winnow/postgres/data/postmaster.pid')
  for (const deadline = Date.now() + 30_000; Date.now() < deadline; await sleep(100)) {
    if (!existsSync(database) && !(await answers(port))) return true
  }
  return false
}

async function answers(port: number): Promise<boolean> {
  try {
    return (await fetch(`http://127.0.0.1:${port}/api/health`, { signal: AbortSignal.timeout(5_000) })).ok
  } catch {
    return false // nobody listens, or not yet
  }
}

function seconds(since: number): string {
  return ((Date.now() - since) / 1000).toFixed(1)
}
