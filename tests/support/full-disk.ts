import { spawnSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import path from 'node:path'
import { root } from '@/lib/runtime/root'
import { program } from './program'

export type Ended = { status: number | null; stdout: string; stderr: string }

/**
 * Runs one of our scripts where no file may grow beyond a limit: each write(2) past it fails with EFBIG, whoever makes it, Node or DuckDB.
 * (Node ignores SIGXFSZ, which would end it otherwise.) Needs no rights and works wherever there is a POSIX shell.
 *
 * @param blocks of 512 bytes, or 1,024 where the shell counts so
 */
export function withFileLimit(blocks: number, script: string, args: readonly string[]): Ended {
  return runNode('sh', ['-c', 'ulimit -f "$1" && shift && exec "$@"', 'sh', String(blocks)], script, args)
}

/**
 * Runs one of our scripts on a disk with so many KiB free: `folder` is copied to it and hidden behind it, for that process alone.
 * Everything that happens to it is gone with the process, but for what `then`, a shell command, prints of it.
 */
export function onSmallDisk(
  { folder, free, then }: { folder: string; free: number; then: string },
  script: string,
  args: readonly string[],
): Ended {
  const mount = `
    folder=$1 free=$2 && shift 2 &&
      mkdir "$folder.small" && mount -t tmpfs tmpfs "$folder.small" && cp -a "$folder/." "$folder.small/" &&
      used=$(df -k "$folder.small" | awk 'END { print $3 }') &&
      mount -o remount,size=$((used + free))k "$folder.small" && mount --move "$folder.small" "$folder" || exit 99
    "$@"; status=$?; ${then}; rmdir "$folder.small"; exit $status`
  const ended = runNode(
    'unshare',
    [...NAMESPACE, 'sh', '-c', mount, 'sh', folder, String(free)],
    script,
    args,
  )
  if (ended.status === 99) throw new Error(`the small disk could not be made: ${ended.stderr}`)
  return ended
}

const NAMESPACE = ['--user', '--map-root-user', '--mount']

/** Whether this machine lets a process have a file system of its own: Linux, with user namespaces. */
export function hasSmallDisks(): boolean {
  const mount = 'mount -t tmpfs -o size=64k tmpfs /mnt'
  return spawnSync('unshare', [...NAMESPACE, 'sh', '-c', mount], { stdio: 'ignore' }).status === 0
}

export const draftsIn = (data: string): string[] => readdirSync(path.join(data, 'blobs/incoming'))

function runNode(command: string, before: readonly string[], script: string, args: readonly string[]): Ended {
  const node = [process.execPath, ...program(script), ...args]
  const { status, stdout, stderr } = spawnSync(command, [...before, ...node], {
    cwd: root,
    // Scan threads still go through tsx: a cache of compiled files that was cut short would be read by the next process.
    env: { ...process.env, TSX_DISABLE_CACHE: '1' },
    encoding: 'utf8',
  })
  return { status, stdout, stderr }
}
