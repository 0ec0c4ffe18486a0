import { execFile } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { root } from '@/lib/runtime/root'
import { testVkey } from '@/tests/support/release'
import { layOut } from './bagit'

const run = promisify(execFile)
const MAJORS = [22, 24]

/** Everything of its surroundings that could find its way into bytes. */
const ELSEWHERE = { TZ: 'Asia/Kathmandu', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' }

/**
 * A release that was made by this Node, rebuilt from its base by other versions, far away, in an empty data folder with no database:
 * every list is the same to the byte, and the program makes the same release from the same facts. Needs npm's registry.
 */
export async function checkOtherNode(): Promise<string[]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'winnow-other-node-'))
  try {
    const { release } = layOut(path.join(folder, 'release'), 'full')
    const own = await digestBy(process.execPath)
    const said = []
    for (const major of MAJORS) {
      const node = await fetchNode(folder, major)
      const { stdout: version } = await run(node, ['--version'])
      const made = await digestBy(node)
      if (made !== own) throw new Error(`${version.trim()} makes another release of the same facts`)
      const states = await rebuildBy(node, release, path.join(folder, `data-${major}`))
      if (states !== 'valid valid')
        throw new Error(`by ${version.trim()} integrity and rebuilt are ${states}`)
      said.push(
        `${version.trim()}, ${ELSEWHERE.TZ}, ${ELSEWHERE.LANG}: the bytes that ${process.version} made`,
      )
    }
    return said
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function fetchNode(folder: string, major: number): Promise<string> {
  const target = path.join(folder, `node-${major}`)
  mkdirSync(target)
  const name = `node-${process.platform}-${process.arch}@${major}`
  const { stdout } = await run('npm', ['pack', '--silent', name], { cwd: target })
  await run('tar', ['-xzf', stdout.trim()], { cwd: target })
  return path.join(target, 'package/bin/node')
}

const digestBy = async (node: string): Promise<string> => {
  const words = [
    '--conditions=react-server',
    '--import',
    'tsx',
    path.join(root, 'tests/interop/release-digest.ts'),
  ]
  const { stdout } = await run(node, words, { cwd: root, env: { ...process.env, ...ELSEWHERE } })
  return stdout.trim()
}

/** What `winnow verify` says of its integrity and of the rebuilt lists. */
async function rebuildBy(node: string, release: string, data: string): Promise<string> {
  const words = ['lib/cli/main.ts', 'verify', release, '--rebuild', '--vkey', testVkey, '--json']
  const env = { NODE_ENV: process.env.NODE_ENV, PATH: process.env.PATH, WINNOW_DATA: data, ...ELSEWHERE }
  const { stdout } = await run(node, ['lib/runtime/bootstrap.mjs', ...words], { cwd: root, env })
  const { integrity, rebuilt } = JSON.parse(stdout)
  return `${integrity.state} ${rebuilt.state}`
}
