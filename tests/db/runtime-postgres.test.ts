import { spawn, type ChildProcess } from 'node:child_process'
import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  truncateSync,
  unlinkSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import postgres from 'postgres'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openEmbeddedPostgres, type EmbeddedPostgres } from '@/lib/runtime/embedded-postgres'

let folder = ''
let dir = ''
const holders: ChildProcess[] = []
const servers: number[] = []
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'winnow-pg-'))
  chmodSync(folder, 0o755)
  dir = path.join(folder, 'postgres')
})
afterEach(() => {
  for (const holder of holders.splice(0)) holder.kill('SIGKILL')
  for (const pid of servers.splice(0)) if (alive(pid)) process.kill(pid, 'SIGKILL')
  rmSync(folder, { recursive: true, force: true })
})

async function open(options: { ephemeral?: boolean } = {}): Promise<EmbeddedPostgres> {
  const server = await openEmbeddedPostgres({ dir, ...options })
  servers.push(server.pid)
  return server
}
const openAndClose = async () => (await open()).close()

async function query(server: EmbeddedPostgres, text: string): Promise<unknown> {
  const sql = postgres(server.url('postgres'), { max: 1 })
  try {
    return await sql.unsafe(text)
  } finally {
    await sql.end()
  }
}

/** Another process that opens the server and keeps it. */
async function holder(): Promise<ChildProcess> {
  const root = path.resolve(import.meta.dirname, '../..')
  const script = `
    import { openEmbeddedPostgres } from ${JSON.stringify(path.join(root, 'lib/runtime/embedded-postgres.ts'))}
    const server = await openEmbeddedPostgres({ dir: ${JSON.stringify(dir)}, settings: { fsync: 'off' } })
    process.on('SIGTERM', async () => { await server.close(); process.exit(0) })
    console.log('holding'); setInterval(() => {}, 1000)`
  const child = spawn(
    process.execPath,
    ['--conditions=react-server', '--import=tsx', '--input-type=module', '-e', script],
    {
      cwd: root,
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  )
  holders.push(child)
  for await (const chunk of child.stdout ?? []) if (String(chunk).includes('holding')) return child
  throw new Error('the other process did not open the server')
}

/** A zombie is not alive: not every container's first process reaps. */
function alive(pid: number): boolean {
  try {
    process.kill(pid, 0)
  } catch {
    return false
  }
  return !existsSync('/proc/self') || !readFileSync(`/proc/${pid}/stat`, 'utf8').includes(') Z ')
}

test('keeps what was committed when the server itself is killed', async () => {
  const first = await open()
  await query(first, 'create table kept (n int); insert into kept values (7)')
  process.kill(first.pid, 'SIGKILL')
  while (alive(first.pid)) await sleep(20)
  const second = await open()
  expect(await query(second, 'select n from kept')).toEqual([{ n: 7 }])
  expect(second.pid).not.toBe(first.pid)
  await second.close()
})

test('joins the server that a killed process left running, and stops it at the end', async () => {
  const other = await holder()
  other.kill('SIGKILL')
  await sleep(100)
  const server = await open()
  expect(await query(server, 'select 1 as one')).toEqual([{ one: 1 }])
  await server.close()
  expect(alive(server.pid)).toBe(false)
  expect(readdirSync(path.join(dir, 'users'))).toEqual([])
})

test('the last one out stops the server, whoever started it', async () => {
  const server = await open()
  const other = await holder()
  await server.close()
  expect(alive(server.pid)).toBe(true)
  other.kill('SIGTERM')
  for (let i = 0; alive(server.pid) && i < 200; i++) await sleep(50)
  expect(alive(server.pid)).toBe(false)
})

test('two first starts at once make one cluster', async () => {
  const [mine] = await Promise.all([open(), holder()])
  expect(readdirSync(dir).filter((name) => name.startsWith('init-'))).toEqual([])
  expect(await query(mine, 'show server_encoding')).toEqual([{ server_encoding: 'UTF8' }])
  await mine.close()
})

test('an interrupted initdb is begun anew', async () => {
  await openAndClose()
  rmSync(path.join(dir, 'data/PG_VERSION'))
  const left = path.join(dir, 'init-1')
  renameSync(path.join(dir, 'data'), left)
  await openAndClose()
  expect(existsSync(left)).toBe(false)
})

test('a damaged folder is refused with what to do, and left as it is', async () => {
  await openAndClose()
  truncateSync(path.join(dir, 'data/global/pg_control'), 0)
  await expect(open()).rejects.toThrow(
    /does not start on .*data: .*The folder is damaged.*Restore it from a backup/,
  )
  unlinkSync(path.join(dir, 'data/PG_VERSION'))
  await expect(open()).rejects.toThrow(/is not a Postgres data folder \(PG_VERSION is missing\)/)
  rmSync(path.join(dir, 'password'))
  await expect(open()).rejects.toThrow(/password is missing/)
  expect(existsSync(path.join(dir, 'data/base'))).toBe(true)
})

test('the ephemeral folder goes with its last user', async () => {
  const server = await open({ ephemeral: true })
  await server.close()
  expect(existsSync(dir)).toBe(false)
})
