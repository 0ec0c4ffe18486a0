import { execFile } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { DISCLOSURES } from '@/lib/release-format/disclosure'
import { PROOF_PATH } from '@/lib/release-format/log-proof'
import { shardOf, worldOf } from '@/tests/support/copies'
import { buildRelease, writeRelease } from '@/tests/support/release'
import { logOf } from '@/tests/support/release-log'

const run = promisify(execFile)
const PACKAGES = ['bagit==1.9.0', 'mlcroissant==1.1.1']

/**
 * A release by other people's readers: the Library of Congress's bagit-python validates the bag, complete with its base, and refuses
 * it with a byte changed; mlcroissant validates the description and reads the kept rows through it. Throws where Python or pip's
 * registry is missing.
 */
export async function checkBagit(): Promise<string[]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'winnow-bagit-'))
  try {
    await run('python3', ['-m', 'venv', path.join(folder, 'venv')])
    const python = path.join(folder, 'venv/bin/python')
    await run(python, ['-m', 'pip', 'install', '--quiet', ...PACKAGES])
    const said: string[] = [PACKAGES.join(', ')]
    for (const disclosure of DISCLOSURES) {
      const { release, kept } = layOut(path.join(folder, disclosure), disclosure)
      const { stdout } = await run(python, ['-c', SCRIPT, release])
      const { rows, tampered, faults } = JSON.parse(stdout)
      if (rows !== kept || tampered !== 'refused' || faults !== 0)
        throw new Error(`${disclosure}: ${stdout} where ${kept} rows are kept`)
      said.push(
        `${disclosure}: a valid bag, refused with one byte changed; ${rows} kept rows read through croissant.json`,
      )
    }
    return said
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** A release on disk, complete with its base. */
export function layOut(folder: string, disclosure: (typeof DISCLOSURES)[number]) {
  const shards = [
    shardOf('deep/a b.jsonl', 80, 1, { kind: 'jsonl' }),
    shardOf('b.csv.gz', 80, 5, { kind: 'csv' }, true),
  ]
  const files = buildRelease(worldOf(shards, { disclosure, newlyWithheld: 20 }))
  const release = writeRelease(folder, files.set(PROOF_PATH, Buffer.from(logOf(files).proofOf())))
  for (const shard of shards) {
    const file = path.join(release, 'data/base', shard.path)
    mkdirSync(path.dirname(file), { recursive: true })
    writeFileSync(file, shard.bytes)
  }
  const { rows } = JSON.parse(Buffer.from(files.get('release.json') ?? '').toString())
  return { release, kept: rows.untouched + rows.redacted }
}

const SCRIPT = `
import json, os, sys
import bagit, mlcroissant
folder = sys.argv[1]
bagit.Bag(folder).validate()
dataset = mlcroissant.Dataset(os.path.join(folder, 'croissant.json'))
rows = sum(1 for _ in dataset.records('kept'))
faults = len(dataset.metadata.ctx.issues.errors) + len(dataset.metadata.ctx.issues.warnings)
name = os.path.join(folder, 'data/manifest.csv')
with open(name, 'r+b') as file:
    file.seek(100)
    byte = file.read(1)
    file.seek(100)
    file.write(bytes([byte[0] ^ 1]))
try:
    bagit.Bag(folder).validate()
    tampered = 'accepted'
except bagit.BagValidationError:
    tampered = 'refused'
print(json.dumps({'rows': rows, 'faults': faults, 'tampered': tampered}))
`
