// The first thing every npm script runs: `node lib/runtime/bootstrap.mjs <entry.ts> [args]`.
// Plain JavaScript without dependencies, because node_modules may not be there yet. It writes to stderr only:
// stdout belongs to the entry.
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { constants } from 'node:os'
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { withLock } from './lock.mjs'

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..')
const modules = path.join(root, 'node_modules')
const stampFile = path.join(modules, '.winnow-lock')

try {
  requireNode(20, 20)
  await ensureInstalled()
  run(process.argv[2], process.argv.slice(3))
} catch (error) {
  console.error(`winnow: ${error.message}`)
  process.exitCode = 2
}

function requireNode(major, minor) {
  const [have, haveMinor] = process.versions.node.split('.').map(Number)
  if (have > major || (have === major && haveMinor >= minor)) return
  throw new Error(
    `Node ${major}.${minor} or newer is needed; this is Node ${process.versions.node} (${process.execPath})`,
  )
}

async function ensureInstalled() {
  if (isCurrent()) return
  const waiting = () => console.error('winnow: waiting for another process that is installing the packages …')
  await withLock(path.join(root, '.winnow-install'), () => isCurrent() || install(), { waiting })
}

/** Current: stamped by an earlier run for this very lock file, or in agreement with it after somebody's own `npm install`. */
function isCurrent() {
  if (!existsSync(modules)) return false
  const digest = createHash('sha256')
    .update(readFileSync(path.join(root, 'package-lock.json')))
    .digest('hex')
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === digest) return true
  if (!agreesWithLock()) return false
  stamp(digest)
  return true
}

/** The stamp only saves the comparison; a user who may not write into node_modules compares each time. */
function stamp(digest) {
  try {
    writeFileSync(stampFile, digest)
  } catch (error) {
    if (error.code !== 'EACCES' && error.code !== 'EROFS') throw error
  }
}

/** npm keeps node_modules/.package-lock.json: what it put there. Optional packages of other platforms are rightly absent. */
function agreesWithLock() {
  const hidden = path.join(modules, '.package-lock.json')
  if (!existsSync(hidden)) return false
  const installed = JSON.parse(readFileSync(hidden, 'utf8')).packages
  const wanted = JSON.parse(readFileSync(path.join(root, 'package-lock.json'), 'utf8')).packages
  for (const [name, entry] of Object.entries(wanted)) {
    if (name === '') continue
    const have = installed[name]
    if (
      !have
        ? !entry.optional && !entry.peer
        : have.version !== entry.version || have.integrity !== entry.integrity
    )
      return false
  }
  return Object.keys(installed).every((name) => name in wanted)
}

/** Development packages are included on purpose: the product is built where it runs, and the build checks types. */
function install() {
  console.error('winnow: installing packages (npm ci) …')
  const npm = process.env.npm_execpath
  const [command, prefix] = npm && /\.c?js$/.test(npm) ? [process.execPath, [npm]] : ['npm', []]
  const args = [...prefix, 'ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error']
  const shell = command === 'npm' && process.platform === 'win32'
  const result = spawnSync(command, args, { cwd: root, stdio: ['ignore', 2, 2], shell })
  if (result.error) throw new Error(`npm could not be run: ${result.error.message}`)
  if (result.status !== 0) throw new Error('npm ci failed, see above; the packages are not installed')
  if (!isCurrent()) throw new Error('npm ci ended well, but node_modules does not match package-lock.json')
}

/** `react-server` makes `import 'server-only'` resolve to nothing, as it does inside Next. */
function run(entry, args) {
  if (!entry) throw new Error('no entry given: node lib/runtime/bootstrap.mjs <entry.ts> [args]')
  const tsx = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href
  const argv = ['--conditions=react-server', '--import', tsx, path.resolve(root, entry), ...args]
  const env = { ...process.env, TSX_TSCONFIG_PATH: path.join(root, 'tsconfig.json') }
  const child = spawn(process.execPath, argv, { stdio: 'inherit', env })
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP']
  for (const signal of signals) process.on(signal, () => child.kill(signal))
  if (process.env.npm_lifecycle_event) followParent(child)
  child.on('error', (error) => {
    console.error(`winnow: ${entry} could not be started: ${error.message}`)
    process.exitCode = 2
  })
  child.on('exit', (code, signal) => {
    process.exitCode = signal ? 128 + (constants.signals[signal] ?? 0) : (code ?? 2)
  })
}

/**
 * npm dies of a SIGTERM without handing it on: what a supervisor stops would live on as an orphan that holds the port.
 * So the entry is asked to stop when npm is gone.
 */
function followParent(child) {
  const parent = process.ppid
  const watch = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(watch)
    child.kill('SIGTERM')
  }, 250)
  watch.unref()
}
