// What a stranger does first: clone, `npm start`, and stop it. Where this tree is a clone that nobody has touched, it is this tree that is
// started, and what it installs and builds is there for the tests that follow; else one is made of its last commit, and nothing else takes
// part. Plain JavaScript without packages: none may be there before the start.
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

const root = path.resolve(import.meta.dirname, '..')
const clone = isUntouched() ? root : makeClone()
try {
  process.exitCode = (await freshStart()) ? 0 : 1
} catch (error) {
  console.log(error)
  process.exitCode = 1
}
const gone = { recursive: true, force: true, maxRetries: 3 }
rmSync(databaseFolder(), gone)
rmSync(clone === root ? path.join(root, '.winnow') : clone, gone)

/** Its last commit and nothing else: nothing installed, built, written or changed. */
function isUntouched() {
  const { status, stdout } = spawnSync('git', ['status', '--porcelain', '--ignored'], { cwd: root })
  return status === 0 && stdout.length === 0
}

function makeClone() {
  const folder = mkdtempSync(path.join(tmpdir(), 'winnow-clone-'))
  // mkdtemp's 0700 would hide the embedded server's files from the user it runs as.
  chmodSync(folder, 0o755)
  if (spawnSync('git', ['clone', '--quiet', root, folder], { stdio: 'inherit' }).status !== 0) {
    rmSync(folder, { recursive: true, force: true })
    throw new Error('git clone failed, see above')
  }
  return folder
}

async function freshStart() {
  console.log(`starting ${clone === root ? 'this clone' : 'a clone of the last commit'}`)
  const port = await freePort()
  const began = Date.now()
  const npm = spawn('npm', ['start'], {
    cwd: clone,
    env: { ...strangersEnvironment(), PORT: String(port) },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  for (const stream of [npm.stdout, npm.stderr]) stream.pipe(process.stdout, { end: false })
  const ended = once(npm, 'exit')
  // What it started holds the same pipes.
  const allEnded = once(npm, 'close').then(() => true)
  const healthy = await Promise.race([becomesHealthy(port), ended.then(() => false)])
  console.log(healthy ? `answered on /api/health after ${seconds(began)} s` : 'did not answer on /api/health')
  const stopping = Date.now()
  npm.kill('SIGTERM')
  const down = (await Promise.race([allEnded, sleep(60_000, false)])) && (await isDown(port))
  console.log(
    down
      ? `stopped after ${seconds(stopping)} s`
      : 'did not stop: it still answers, or its database still runs',
  )
  return healthy && down
}

/** A stranger has none of this run's settings. */
function strangersEnvironment() {
  const ours =
    /^(WINNOW_|DATABASE_URL|SMTP_URL|OIDC_|NEXTAUTH_|AUTH_|TRUSTED_PROXIES|NODE_ENV|npm_|TSX_|INIT_CWD)/
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !ours.test(name)))
}

/** A port of 127.0.0.1 that nobody listens on at the moment. */
async function freePort() {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const { port } = probe.address()
  probe.close()
  await once(probe, 'close')
  return port
}

async function becomesHealthy(port) {
  for (const deadline = Date.now() + 8 * 60_000; Date.now() < deadline; await sleep(250)) {
    if (await answers(port)) return true
  }
  return false
}

/** npm itself is gone at once; the product lets requests end and stops its database. */
async function isDown(port) {
  return !existsSync(path.join(databaseFolder(), 'data/postmaster.pid')) && !(await answers(port))
}

/** Below a folder that the database's user cannot enter it is elsewhere, see lib/runtime/embedded-postgres.ts. */
function databaseFolder() {
  const folder = path.join(clone, '.winnow/postgres')
  const note = path.join(folder, 'elsewhere')
  return existsSync(note) ? readFileSync(note, 'utf8').trim() : folder
}

async function answers(port) {
  try {
    return (await fetch(`http://127.0.0.1:${port}/api/health`, { signal: AbortSignal.timeout(5_000) })).ok
  } catch {
    return false // nobody listens, or not yet
  }
}

function seconds(since) {
  return ((Date.now() - since) / 1000).toFixed(1)
}
