import { execFile, spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { connect } from '@/db/client'
import { identityOf, logIdentity } from '@/lib/log/identity'
import { logKey } from '@/lib/log/key'
import { latestCheckpoint } from '@/lib/log/queries'
import { drainPending } from '@/lib/log/sequencer'
import { addCheckpoint, WitnessError } from '@/lib/log/witness-client'
import { type Witness, witnesses } from '@/lib/log/witnesses'
import { witnessNewest } from '@/lib/log/witnessing'
import { forgetEnv } from '@/lib/runtime/env'
import { freePort } from '@/lib/runtime/port'
import { formatCheckpoint } from '@/lib/tlog/checkpoint'
import { openNote, signNote } from '@/lib/tlog/note'
import { pendMany } from '@/tests/db/log-fixtures'
import { openScratch } from '@/tests/support/scratch'

const run = promisify(execFile)
const VERSION = 'v0.9.0'

/**
 * litewitness (filippo.io/torchwood), a witness by other people: it cosigns two successive checkpoints of our log, and refuses one that does
 * not follow from what it has seen. Built from the Go module proxy; throws where that, Go, Python or ssh-agent is missing.
 */
export async function checkLitewitness(): Promise<string[]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'winnow-litewitness-'))
  const children: ChildProcess[] = []
  try {
    const binary = await build(folder)
    await using scratch = await openScratch('litewitness')
    forgetEnv()
    const { origin, vkey } = logIdentity()
    const { url, vkey: witness } = await start(binary, folder, { origin, vkey }, children)
    const [configured] = witnesses(`${witness} ${url}`)
    if (!configured) throw new Error('no witness')
    return [
      `litewitness ${VERSION}, scratch in ${path.basename(scratch.folder)}`,
      ...(await submit(configured)),
    ]
  } finally {
    for (const child of children.reverse()) {
      child.kill()
      if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
    }
    rmSync(folder, { recursive: true, force: true })
  }
}

async function submit(witness: Witness): Promise<string[]> {
  const database = connect(process.env.WINNOW_SEQUENCER_URL ?? '', { max: 1 })
  const app = connect(process.env.DATABASE_URL ?? '', { max: 1 })
  const never = new AbortController().signal
  try {
    const said: string[] = []
    for (const count of [300, 70_000]) {
      await pendMany(app.sql, count)
      await drainPending()
      await witnessNewest(database.sql, witness, never)
      const shown = await latestCheckpoint()
      const { signatures } = openNote(shown?.note ?? '', [witness.verifier])
      said.push(`cosigned size ${shown?.size} as ${signatures.map(({ name }) => name).join()}`)
    }
    said.push(await refused(witness, 80_000), await refused(witness, 70_300))
    return said
  } finally {
    await Promise.all([database.close(), app.close()])
  }
}

/** A checkpoint of our own key about another tree. */
async function refused(witness: Witness, size: number): Promise<string> {
  const log = identityOf(logIdentity().origin, logKey())
  const note = signNote(
    formatCheckpoint({ origin: log.origin, size, root: Buffer.alloc(32, 1) }),
    log.signers,
  )
  try {
    await addCheckpoint(witness, { oldSize: 70_300, proof: [], note }, new AbortController().signal)
  } catch (error) {
    if (error instanceof WitnessError) return `another tree of size ${size} is refused: ${error.message}`
    throw error
  }
  throw new Error('a forked log was cosigned')
}

async function build(folder: string): Promise<string> {
  const binary = path.join(folder, 'litewitness')
  const go = (...words: string[]) => run('go', words, { cwd: folder, timeout: 300_000 })
  await go('mod', 'init', 'check')
  await go('get', `filippo.io/torchwood/cmd/litewitness@${VERSION}`)
  await go('build', '-o', binary, 'filippo.io/torchwood/cmd/litewitness')
  return binary
}

/** Its key lives in an ssh-agent, its logs in a SQLite file. */
async function start(
  binary: string,
  folder: string,
  log: { origin: string; vkey: string },
  children: ChildProcess[],
): Promise<{ url: string; vkey: string }> {
  const [key, socket, file] = ['key', 'agent.sock', 'witness.db'].map((name) => path.join(folder, name))
  if (!key || !socket || !file) throw new Error('no paths')
  await run('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-f', key])
  children.push(spawn('ssh-agent', ['-D', '-a', socket], { stdio: 'ignore' }))
  const env = { ...process.env, SSH_AUTH_SOCK: socket }
  await eventually(() => run('ssh-add', ['-q', key], { env }))
  const { stdout } = await run('ssh-keygen', ['-lf', `${key}.pub`])
  await run('python3', ['-c', SCHEMA, file, log.origin, log.vkey])
  const port = await freePort()
  const words = [
    '-db',
    file,
    '-name',
    'witness.example/w',
    '-key',
    stdout.split(' ')[1] ?? '',
    '-ssh-agent',
    socket,
  ]
  const child = spawn(binary, [...words, '-listen', `127.0.0.1:${port}`], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  children.push(child)
  let printed = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => (printed += String(data)))
  const vkey = await eventually(async () => {
    const found = /witness\.example\/w\+[0-9a-f]{8}\+[A-Za-z0-9+/=]+/.exec(printed)?.[0]
    if (!found) throw new Error(`litewitness did not start: ${printed}`)
    return Promise.resolve(found)
  })
  return { url: `http://127.0.0.1:${port}`, vkey }
}

/** What `witnessctl add-log` and `add-key` do. */
const SCHEMA = `
import sqlite3, sys
db = sqlite3.connect(sys.argv[1])
db.executescript("""
  CREATE TABLE IF NOT EXISTS log (origin TEXT PRIMARY KEY, tree_size INTEGER NOT NULL, tree_hash TEXT NOT NULL);
  CREATE TABLE IF NOT EXISTS key (origin TEXT NOT NULL, key TEXT NOT NULL, FOREIGN KEY(origin) REFERENCES log(origin));
""")
db.execute("INSERT INTO log VALUES (?, 0, '47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=')", (sys.argv[2],))
db.execute("INSERT INTO key VALUES (?, ?)", (sys.argv[2], sys.argv[3]))
db.commit()
`

async function eventually<T>(attempt: () => Promise<T>): Promise<T> {
  for (let tries = 0; ; tries++) {
    try {
      return await attempt()
    } catch (error) {
      if (tries >= 50) throw error
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
  }
}
