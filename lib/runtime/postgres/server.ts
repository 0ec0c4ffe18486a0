import 'server-only'
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, rmSync, statSync, truncateSync } from 'node:fs'
import { connect } from 'node:net'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { freePort } from '@/lib/runtime/port'
import { explainFailure } from '@/lib/runtime/postgres/failure'
import type { Program } from '@/lib/runtime/postgres/binaries'
import type { ServerUser } from '@/lib/runtime/postgres/server-user'

/** One server's folder and the programs that act on it. */
export type Server = {
  /** Holds `data`, `password`, `postgres.log`, `users`. Absolute, enterable by `user`. */
  dir: string
  user: ServerUser
  program: (name: Program) => string
}

export const dataFolder = (server: Server) => path.join(server.dir, 'data')
export const logFile = (server: Server) => path.join(server.dir, 'postgres.log')

/** Runs initdb or pg_ctl as the server's user. Throws one sentence made from what it and the log say. */
export function runProgram(server: Server, name: Program, args: string[]): void {
  const env: NodeJS.ProcessEnv = { ...process.env, LC_ALL: 'C', TZ: 'UTC' }
  for (const key of Object.keys(env)) if (key.startsWith('PG')) env[key] = undefined
  const before = logSize(server)
  // pg_ctl's server inherits its output: a pipe there would keep us waiting for the server's end.
  const stdio: ('ignore' | 'pipe')[] =
    name === 'pg_ctl' ? ['ignore', 'ignore', 'pipe'] : ['ignore', 'pipe', 'pipe']
  const result = spawnSync(server.program(name), args, {
    ...server.user,
    env,
    cwd: server.dir,
    encoding: 'utf8',
    stdio,
  })
  if (result.status === 0) return
  const log = existsSync(logFile(server))
    ? readFileSync(logFile(server)).subarray(before).toString('utf8')
    : ''
  const what = name === 'pg_ctl' ? (`${name} ${args.at(-1)}` as const) : name
  throw explainFailure(server.dir, what, `${result.error?.message ?? ''}\n${result.stderr ?? ''}\n${log}`)
}

/** Starts the server on a free port of 127.0.0.1 and waits until it answers. */
export async function startServer(server: Server, settings: Readonly<Record<string, string>>): Promise<void> {
  if (logSize(server) > 16 * 1024 * 1024) truncateSync(logFile(server))
  const all = {
    listen_addresses: '127.0.0.1',
    port: String(await freePort()),
    unix_socket_directories: '',
    timezone: 'UTC',
    log_checkpoints: 'off',
    ...settings,
  }
  const options = Object.entries(all).map(([key, value]) => `-c ${key}=${value === '' ? "''" : value}`)
  runProgram(server, 'pg_ctl', [
    '-D',
    dataFolder(server),
    '-l',
    logFile(server),
    '-w',
    '-t',
    '120',
    '-o',
    options.join(' '),
    'start',
  ])
}

export function stopServer(server: Server): void {
  runProgram(server, 'pg_ctl', ['-D', dataFolder(server), '-m', 'fast', '-w', '-t', '60', 'stop'])
}

export type Running = { pid: number; port: number }

/**
 * The server that runs on this folder, if one does. Not `pg_ctl status`, which takes a zombie, or any process that now
 * has the old pid, for a running server: the process must be a Postgres of this folder and its port must answer.
 */
export async function findRunning(server: Server): Promise<Running | undefined> {
  for (let round = 0; round < 1200; round++) {
    const [pid, , , port, , , , state] = readPidFile(server)
    if (!pid) return undefined
    if (!isOurs(server, Number(pid))) {
      rmSync(pidFile(server), { force: true }) // left behind by a kill -9
      return undefined
    }
    if (state?.trim() === 'ready' && (await answers(Number(port))))
      return { pid: Number(pid), port: Number(port) }
    await sleep(100)
  }
  throw new Error(`Postgres in ${dataFolder(server)} is running but does not answer; see ${logFile(server)}.`)
}

const pidFile = (server: Server) => path.join(dataFolder(server), 'postmaster.pid')

function readPidFile(server: Server): string[] {
  return existsSync(pidFile(server)) ? readFileSync(pidFile(server), 'utf8').split('\n') : []
}

function isOurs(server: Server, pid: number): boolean {
  if (existsSync('/proc/self')) {
    const command = `/proc/${pid}/cmdline`
    return existsSync(command) && readFileSync(command, 'utf8').includes(dataFolder(server))
  }
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.destroy()
      resolve(true)
    })
    socket.once('error', () => resolve(false))
  })
}

const logSize = (server: Server) => (existsSync(logFile(server)) ? statSync(logFile(server)).size : 0)
