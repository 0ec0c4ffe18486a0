import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { httpSource } from '@/lib/log/http-source'
import { keyOfSeed, verifyEd25519 } from '@/lib/log/key'
import { sha256 } from '@/lib/log/sha256'
import { signatureCommands } from '@/lib/log/shell-commands'
import { verifyLog } from '@/lib/log/verify-log'
import { fromRoot } from '@/lib/runtime/root'
import { toBase64 } from '@/lib/tlog/base64'
import { parseBundle } from '@/lib/tlog/bundle'
import { textOf } from '@/lib/tlog/bytes'
import { parseCheckpoint } from '@/lib/tlog/checkpoint'
import { cosigner } from '@/lib/tlog/cosignature'
import { proveConsistency, proveInclusion } from '@/lib/tlog/light-client'
import { formatNote, openNote, parseNote, signNote } from '@/lib/tlog/note'
import { TILE_WIDTH } from '@/lib/tlog/tile'
import { tilePath } from '@/lib/tlog/tile-path'
import type { TileSource } from '@/lib/tlog/tile-reader'
import { formatTlogProof } from '@/lib/tlog/tlog-proof'
import { ED25519_COSIGNATURE, ed25519Verifier, formatVkey } from '@/lib/tlog/vkey'
import { bodies, servedIdentity, servedLog, serveLog } from '@/tests/support/served-log'
import { type LogServer, openLogServer } from './log-server'
import { isInstalled, runTool } from './program'
import type { Report } from './report'

const SIZES = [1, 255, 256, 257, 65_536, 65_537, 66_000, 70_000]
const FSCK = 'github.com/transparency-dev/tessera/cmd/fsck@v1.0.4'
/** At 70,000: an entry, leaves of the first and a middle tile, the levels above, and the note itself. */
const TAMPERED = [
  ...['tile/entries/100', 'tile/entries/273.p/112', 'tile/0/000', 'tile/0/100', 'tile/0/273.p/112'],
  ...['tile/1/000', 'tile/1/001.p/17', 'tile/2/000.p/1', 'checkpoint'],
]

/** Our log, served by the product, checked by programs of other people at sizes where tiles begin and end. */
export async function checkLog(report: Report): Promise<void> {
  await using log = await openLogServer()
  const tools = await toolsFor(log, report)
  let old: string | undefined
  let oldSize = 0
  for (const size of SIZES) {
    await log.growTo(size)
    const { note, proofs, extension } = await writeProofs(log, size, oldSize)
    for (const tool of tools) {
      const { isGood, says } = await tool.check({ old, proofs, extension })
      report.result(`${tool.name} at ${size}`, isGood, lastLine(says))
    }
    if (size === 66_000) await rejects(log, tools, ['tile/0/000'], report, 66_000)
    old = path.join(log.folder, `checkpoint-${size}`)
    await writeFile(old, note)
    oldSize = size
  }
  await rejects(log, tools, TAMPERED, report, 70_000)
}

type Given = { old?: string; proofs: string; extension?: string }
type Tool = {
  name: string
  /** Resources of which it reads every byte. */
  sees: RegExp
  check: (given: Given) => Promise<{ isGood: boolean; says: string }>
}

async function rejects(
  log: LogServer,
  tools: readonly Tool[],
  paths: readonly string[],
  report: Report,
  size: number,
): Promise<void> {
  for (const tampered of paths) {
    log.tamper(tampered)
    for (const tool of tools.filter(({ sees }) => sees.test(tampered))) {
      const { isGood, says } = await tool.check({ proofs: path.join(log.folder, 'none') })
      report.result(`${tool.name} rejects a flipped bit of ${tampered} at ${size}`, !isGood, lastLine(says))
    }
  }
  log.tamper(null)
}

async function toolsFor(log: LogServer, report: Report): Promise<Tool[]> {
  const tools: Tool[] = [ours(log)]
  if (isInstalled('go')) tools.push(...(await goTools(log, report)))
  else report.notRun('tlogcheck and fsck', 'there is no Go on this machine (1.25 or newer is needed)')
  if (isInstalled('python3')) {
    const script = fromRoot('tests/interop/recompute.py')
    const sees = /^tile\/entries/
    tools.push({ name: 'hashlib', sees, check: () => runTool('python3', [script, log.address]) })
  } else report.notRun('hashlib', 'there is no Python on this machine')
  if (isInstalled('openssl') && isInstalled('curl')) {
    const script = `set -e; cd "$(mktemp -d)"; curl -fsS ${log.address}/checkpoint -o checkpoint\n${signatureCommands(log.vkey)}`
    tools.push({ name: 'openssl', sees: /^checkpoint$/, check: () => runTool('sh', ['-c', script]) })
  } else report.notRun('openssl', 'there is no openssl or no curl on this machine')
  return tools
}

async function goTools(log: LogServer, report: Report): Promise<Tool[]> {
  const tools: Tool[] = []
  const bin = path.join(log.folder, 'bin')
  await mkdir(bin)
  const program = path.join(bin, 'tlogcheck')
  const built = await runTool('go', ['build', '-o', program, '.'], {
    cwd: fromRoot('tests/interop/tlogcheck'),
  })
  if (built.isGood) {
    const check = async ({ old, proofs, extension }: Given) => {
      const since = old && extension ? ['-old', old, '-extends', extension] : []
      return runTool(program, ['-vkey', log.vkey, ...since, '-proofs', proofs, log.address])
    }
    tools.push({ name: 'tlogcheck (golang.org/x/mod)', sees: /./, check })
    const cosigned = await cosignedCopy(program)
    report.result('tlogcheck accepts our cosignature', cosigned.isGood, lastLine(cosigned.says))
  } else report.notRun('tlogcheck', lastLine(built.says))

  const installed = await runTool('go', ['install', FSCK], { env: { ...process.env, GOBIN: bin } })
  if (!installed.isGood) report.notRun('fsck (tessera)', lastLine(installed.says))
  else {
    const key = path.join(log.folder, 'vkey')
    await writeFile(key, `${log.vkey}\n`)
    const origin = log.vkey.split('+')[0] ?? ''
    const args = [`--storage_url=${log.address}/`, `--public_key=${key}`, `--origin=${origin}`, '--ui=false']
    // v1.0.4 says in words, not by its exit status, what it found; and with a wrong hash tile it does not end, so it is
    // asked about those by the others.
    const check = async () => {
      const { says } = await runTool(path.join(bin, 'fsck'), args, { seconds: 120 })
      return { isGood: says.includes("Successfully fsck'd log"), says }
    }
    tools.push({ name: 'fsck (tessera)', sees: /^checkpoint$|^tile\/entries/, check })
  }
  return tools
}

/** The product's own check among the others: they must agree. */
function ours(log: LogServer): Tool {
  const verifiers = [ed25519Verifier(log.vkey, verifyEd25519, sha256)]
  return {
    name: 'winnow log verify',
    sees: /./,
    check: async () => {
      const { problems } = await verifyLog({ source: httpSource(log.address), verifiers })
      return {
        isGood: problems.length === 0,
        says: problems.map(({ resource, says }) => `${resource}: ${says}`).join('\n'),
      }
    },
  }
}

/** Proof files of a few entries, and that the log extends what it was, made out of tiles as a stranger would make them. */
async function writeProofs(log: LogServer, size: number, oldSize: number) {
  const source = httpSource(log.address)
  const tiles: TileSource = (wanted) => Promise.all(wanted.map((tile) => source(tilePath(tile))))
  const note = textOf(await source('checkpoint'))
  const verifier = ed25519Verifier(log.vkey, verifyEd25519, sha256)
  const checkpoint = parseCheckpoint(openNote(note, [verifier]).text)
  const proofs = path.join(log.folder, `proofs-${size}`)
  await mkdir(proofs)
  for (const index of new Set([0, size >> 1, size - 1])) {
    const bundle = Math.floor(index / TILE_WIDTH)
    const width = Math.min(TILE_WIDTH, size - bundle * TILE_WIDTH)
    const entries = parseBundle(await source(tilePath({ level: 'entries', index: bundle, width })))
    const file = formatTlogProof({
      index,
      proof: await proveInclusion(checkpoint, index, tiles, sha256),
      checkpoint: note,
      extra: entries[index % TILE_WIDTH],
    })
    await writeFile(path.join(proofs, `${index}.tlog-proof`), file)
  }
  if (oldSize === 0) return { note, proofs }
  const extension = path.join(proofs, 'extends')
  const hashes = await proveConsistency(oldSize, checkpoint, tiles, sha256)
  await writeFile(extension, hashes.map((hash) => `${toBase64(hash)}\n`).join(''))
  return { note, proofs, extension }
}

/** A log of its own, cosigned by lib/tlog: the Go program checks the cosignature from the definition. */
async function cosignedCopy(program: string) {
  const key = keyOfSeed(sha256(Buffer.from('a witness')))
  const name = 'witness.example.org/w1'
  const witness = cosigner(name, key.publicKey, key.sign, () => 1_763_700_000, sha256)
  const vkey = formatVkey({ name, type: ED25519_COSIGNATURE, publicKey: key.publicKey }, sha256)
  const identity = servedIdentity()
  const served = servedLog(bodies(300), identity)
  const { text, signatures } = parseNote(served.get('checkpoint') ?? new Uint8Array())
  const both = formatNote({
    text,
    signatures: [...parseNote(signNote(text, [witness])).signatures, ...signatures],
  })
  const server = await serveLog(served.set('checkpoint', Buffer.from(both)))
  try {
    return await runTool(program, ['-vkey', identity.vkey, '-witness', vkey, server.address])
  } finally {
    await server.close()
  }
}

const lastLine = (text: string): string => text.trim().split('\n').at(-1)?.slice(0, 160) ?? ''
