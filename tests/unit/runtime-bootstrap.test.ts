import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeEach, expect, test } from 'vitest'

const runtime = path.resolve(import.meta.dirname, '../../lib/runtime')
const LOCK = {
  '': { name: 'project' },
  'node_modules/tsx': { version: '1.0.0' },
  'node_modules/elsewhere': { version: '2.0.0', optional: true },
}
let project = ''

/** A project with the real bootstrap and a npm that does what `npm ci` leaves behind, half a second long, or as long as `hold` is there. */
beforeEach(() => {
  project = mkdtempSync(path.join(tmpdir(), 'winnow-bootstrap-'))
  mkdirSync(path.join(project, 'lib/runtime'), { recursive: true })
  for (const file of ['bootstrap.mjs', 'lock.mjs'])
    cpSync(path.join(runtime, file), path.join(project, 'lib/runtime', file))
  writeFileSync(path.join(project, 'package-lock.json'), JSON.stringify({ packages: LOCK }))
  writeFileSync(
    path.join(project, 'entry.mjs'),
    'console.log(JSON.stringify(process.argv.slice(2))); process.exitCode = 7',
  )
  writeFileSync(path.join(project, 'npm.cjs'), FAKE_NPM)
})
afterEach(() => rmSync(project, { recursive: true }))

const FAKE_NPM = `
const fs = require('fs'), path = require('path')
fs.appendFileSync('calls', process.argv.slice(2).join(' ') + '\\n')
console.log('npm talks on stdout')
const pause = (ms) => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms)
if (fs.existsSync('hold')) while (fs.existsSync('hold')) pause(20)
else pause(500)
if (fs.existsSync('broken')) process.exit(1)
fs.rmSync('node_modules', { recursive: true, force: true })
fs.mkdirSync('node_modules/tsx', { recursive: true })
fs.writeFileSync('node_modules/tsx/package.json', '{"main":"loader.mjs"}')
fs.writeFileSync('node_modules/tsx/loader.mjs', '')
const { packages } = JSON.parse(fs.readFileSync('package-lock.json', 'utf8'))
const put = Object.entries(packages).filter(([name, entry]) => name && !entry.optional)
fs.writeFileSync('node_modules/.package-lock.json', JSON.stringify({ packages: Object.fromEntries(put) }))`

const run = (...args: string[]) => runWatched(() => undefined, ...args)

async function runWatched(onStderr: (text: string) => void, ...args: string[]) {
  const env = { ...process.env, npm_execpath: path.join(project, 'npm.cjs') }
  const child = spawn(process.execPath, [path.join(project, 'lib/runtime/bootstrap.mjs'), ...args], {
    cwd: '/',
    env,
    stdio: 'pipe',
  })
  const said = { stdout: '', stderr: '' }
  child.stdout.on('data', (chunk) => (said.stdout += String(chunk)))
  child.stderr.on('data', (chunk) => {
    said.stderr += String(chunk)
    onStderr(said.stderr)
  })
  const [exit]: unknown[] = await once(child, 'close')
  return { exit, ...said }
}

const calls = () => {
  const file = path.join(project, 'calls')
  return existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n').length : 0
}

test('installs once, keeps stdout for the entry, passes its arguments and its exit status on', async () => {
  const first = await run('entry.mjs', 'import', '--json')
  expect(first).toMatchObject({ exit: 7, stdout: '["import","--json"]\n' })
  expect(first.stderr).toContain('installing packages')
  expect(await run('entry.mjs')).toEqual({ exit: 7, stdout: '[]\n', stderr: '' })
  expect(calls()).toBe(1)
})

test('two first starts install once, and the second says that it waits', async () => {
  const hold = path.join(project, 'hold')
  writeFileSync(hold, '')
  const start = () =>
    runWatched((stderr) => {
      if (stderr.includes('waiting for another process')) rmSync(hold, { force: true })
    }, 'entry.mjs')
  const both = await Promise.all([start(), start()])
  expect(both.map(({ exit }) => exit)).toEqual([7, 7])
  expect(both.filter(({ stderr }) => stderr.includes('waiting for another process'))).toHaveLength(1)
  expect(calls()).toBe(1)
})

test('a changed lock file installs again', async () => {
  await run('entry.mjs')
  const changed = { ...LOCK, 'node_modules/tsx': { version: '1.0.1' } }
  writeFileSync(path.join(project, 'package-lock.json'), JSON.stringify({ packages: changed }))
  await run('entry.mjs')
  expect(calls()).toBe(2)
})

test('what somebody has installed with npm themselves is left alone when it agrees', async () => {
  await run('entry.mjs')
  rmSync(path.join(project, 'node_modules/.winnow-lock'))
  expect(await run('entry.mjs')).toMatchObject({ exit: 7, stderr: '' })
  expect(calls()).toBe(1)
  writeFileSync(path.join(project, 'node_modules/.package-lock.json'), JSON.stringify({ packages: {} }))
  rmSync(path.join(project, 'node_modules/.winnow-lock'))
  await run('entry.mjs')
  expect(calls()).toBe(2)
})

test('a failed installation is said in one sentence, with status 2', async () => {
  writeFileSync(path.join(project, 'broken'), '')
  const { exit, stdout, stderr } = await run('entry.mjs')
  expect({ exit, stdout }).toEqual({ exit: 2, stdout: '' })
  expect(stderr).toContain('winnow: npm ci failed, see above; the packages are not installed')
})

test('hands signals on and reports how the entry ended', async () => {
  await run('entry.mjs')
  const waiting =
    "process.on('SIGTERM', () => { console.log('asked to stop'); process.exit(3) }); setInterval(() => {}, 1000); console.log('up')"
  writeFileSync(path.join(project, 'waiting.mjs'), waiting)
  const child = spawn(process.execPath, [path.join(project, 'lib/runtime/bootstrap.mjs'), 'waiting.mjs'], {
    stdio: 'pipe',
  })
  let said = ''
  child.stdout.on('data', (chunk) => {
    if (said === '') child.kill('SIGTERM')
    said += String(chunk)
  })
  const [exit]: unknown[] = await once(child, 'close')
  expect({ exit, said }).toEqual({ exit: 3, said: 'up\nasked to stop\n' })
})

test('asks the entry to stop when npm, which started it, is killed', async () => {
  await run('entry.mjs')
  const gone = path.join(project, 'gone')
  const entry = `process.on('SIGTERM', () => { require('fs').writeFileSync(${JSON.stringify(gone)}, ''); process.exit(0) }); setInterval(() => {}, 1000); console.log('up')`
  writeFileSync(path.join(project, 'waiting.cjs'), entry)
  const bootstrap = path.join(project, 'lib/runtime/bootstrap.mjs')
  const npm = `require('child_process').spawn(process.execPath, [${JSON.stringify(bootstrap)}, 'waiting.cjs'], { stdio: 'inherit' }); setInterval(() => {}, 1000)`
  const env = { ...process.env, npm_lifecycle_event: 'start' }
  const parent = spawn(process.execPath, ['-e', npm], { env, stdio: ['ignore', 'pipe', 'inherit'] })
  await once(parent.stdout, 'data')
  parent.kill('SIGKILL')
  for (let i = 0; !existsSync(gone) && i < 200; i++) await sleep(50)
  expect(existsSync(gone)).toBe(true)
})
