import 'server-only'
import { randomBytes } from 'node:crypto'
import {
  accessSync,
  chownSync,
  constants,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import { withLock } from '@/lib/runtime/lock.mjs'
import { findBinaries } from '@/lib/runtime/postgres/binaries'
import { canReach, serverUser, type ServerUser } from '@/lib/runtime/postgres/server-user'
import {
  dataFolder,
  findRunning,
  runProgram,
  startServer,
  stopServer,
  type Server,
} from '@/lib/runtime/postgres/server'
import { hasUsers, joinUsers, leaveUsers } from '@/lib/runtime/postgres/users'

export type EmbeddedPostgres = {
  pid: number
  port: number
  /** Where the server's files really are: not always below WINNOW_DATA, see `enterable`. */
  dir: string
  /** The superuser's URL for a database of this server. */
  url: (database: string) => string
  /** Leaves the server; stops it if nobody else uses it. */
  close: () => Promise<void>
}

export type EmbeddedOptions = {
  dir: string
  /** For tests: no fsync, and the folder goes when the last user leaves. */
  ephemeral?: boolean
  settings?: Readonly<Record<string, string>>
}

/**
 * Starts the embedded server on `dir`, or joins the one that runs there. Makes the cluster at the first start. Works as
 * root (the server then runs as `postgres` or `nobody`) and as an ordinary user, and after kill -9 of anything.
 */
export async function openEmbeddedPostgres({
  dir,
  ephemeral = false,
  settings,
}: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const place = enterable(path.resolve(dir))
  const user = serverUser(place)
  const server: Server = { dir: place, user, program: findBinaries(user) }
  makeOwnFolder(place, user)
  return withLock(path.join(place, 'lock'), async () => {
    const password = ensurePassword(server)
    ensureCluster(server, ephemeral)
    if (!(await findRunning(server)))
      await startServer(server, ephemeral ? { ...EPHEMERAL, ...settings } : { ...settings })
    const running = await findRunning(server)
    if (!running) throw new Error(`Postgres on ${dataFolder(server)} stopped right after its start.`)
    joinUsers(place)
    return {
      ...running,
      dir: place,
      url: (database) => `postgres://postgres:${password}@127.0.0.1:${running.port}/${database}`,
      close: () => leave(server, ephemeral),
    }
  })
}

/** For throw-away folders: stops and removes the server of a run that was killed. A folder in use, or a minute young, stays. */
export async function removeAbandoned(dir: string): Promise<void> {
  if (Date.now() - statSync(dir).mtimeMs < 60_000) return
  const user = serverUser(dir)
  await leave({ dir, user, program: findBinaries(user) }, true)
}

const EPHEMERAL = { fsync: 'off', full_page_writes: 'off', synchronous_commit: 'off', max_connections: '200' }

async function leave(server: Server, ephemeral: boolean): Promise<void> {
  await withLock(path.join(server.dir, 'lock'), async () => {
    leaveUsers(server.dir)
    if (hasUsers(server.dir)) return
    if (await findRunning(server)) stopServer(server)
    if (ephemeral) rmSync(server.dir, { recursive: true, force: true })
  })
}

/**
 * As root the server's user must be able to enter the folder. Where it cannot (a clone below /root), the files go to
 * /var/lib under a random name, and a note in `dir` says where: a folder that was deleted does not find old data again.
 */
function enterable(dir: string): string {
  if (canReach(path.dirname(dir), serverUser(dir))) return dir
  const note = path.join(dir, 'elsewhere')
  if (existsSync(note)) return readFileSync(note, 'utf8').trim()
  const place = path.join('/var/lib/winnow', randomBytes(6).toString('hex'))
  mkdirSync(dir, { recursive: true })
  writeFileSync(note, `${place}\n`)
  return place
}

/** Parents keep their usual mode: `mkdir` with 0700 would give it to them as well and shut the server's user out. */
function makeOwnFolder(dir: string, user: ServerUser): void {
  mkdirSync(path.dirname(dir), { recursive: true })
  mkdirSync(dir, { recursive: true, mode: 0o700 })
  giveTo(dir, user)
  try {
    accessSync(dir, constants.W_OK | constants.X_OK)
  } catch (error) {
    throw new Error(
      `${dir} belongs to another user: start as that user, or set WINNOW_DATA to another folder.`,
      { cause: error },
    )
  }
}

function ensurePassword({ dir, user }: Server): string {
  const file = path.join(dir, 'password')
  const known = existsSync(file) ? readFileSync(file, 'utf8').trim() : ''
  if (known) return known
  if (existsSync(path.join(dir, 'data'))) {
    throw new Error(
      `${file} is missing, and without it nobody gets into ${dir}/data: the folder is damaged. Restore it from a backup, or move it away to begin anew.`,
    )
  }
  const password = randomBytes(24).toString('base64url')
  writeFileSync(file, password, { mode: 0o600 })
  giveTo(file, user)
  return password
}

/** initdb into another name, then rename: an interrupted initdb leaves nothing that looks finished. */
function ensureCluster(server: Server, ephemeral: boolean): void {
  const data = dataFolder(server)
  if (existsSync(path.join(data, 'PG_VERSION'))) return
  if (existsSync(data)) {
    throw new Error(
      `${data} is not a Postgres data folder (PG_VERSION is missing): it is damaged. Restore it from a backup, or move it away to begin anew.`,
    )
  }
  for (const name of readdirSync(server.dir)) {
    if (name.startsWith('init-')) rmSync(path.join(server.dir, name), { recursive: true, force: true })
  }
  const draft = path.join(server.dir, `init-${process.pid}`)
  const locale = ['-E', 'UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8']
  const access = ['-U', 'postgres', `--pwfile=${path.join(server.dir, 'password')}`, '-A', 'scram-sha-256']
  runProgram(server, 'initdb', ['-D', draft, ...access, ...locale, ...(ephemeral ? ['--no-sync'] : [])])
  renameSync(draft, data)
}

function giveTo(file: string, { uid, gid }: ServerUser): void {
  if (uid !== undefined && gid !== undefined) chownSync(file, uid, gid)
}
