import 'server-only'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { identify } from '@/lib/runtime/lock.mjs'

/**
 * Who uses the embedded server at the moment: one small file per process in `users/`. The last one out stops the
 * server, so a command that started it does not take it from a product that came later, and the other way round.
 * Call these while holding the server's lock.
 */
export function joinUsers(dir: string): void {
  mkdirSync(usersFolder(dir), { recursive: true, mode: 0o700 })
  writeFileSync(userFile(dir, process.pid), identify(process.pid))
}

export function leaveUsers(dir: string): void {
  rmSync(userFile(dir, process.pid), { force: true })
}

/** Forgets users that were killed and could not leave; true if somebody is left. */
export function hasUsers(dir: string): boolean {
  if (!existsSync(usersFolder(dir))) return false
  const files = readdirSync(usersFolder(dir)).map((name) => path.join(usersFolder(dir), name))
  const gone = files.filter((file) => {
    const user = readFileSync(file, 'utf8')
    return user === '' || identify(Number(user.split(' ')[0])) !== user
  })
  for (const file of gone) rmSync(file, { force: true })
  return gone.length < files.length
}

const usersFolder = (dir: string) => path.join(dir, 'users')
const userFile = (dir: string, pid: number) => path.join(usersFolder(dir), String(pid))
