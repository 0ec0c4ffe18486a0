import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { canonicalBytes } from '@/lib/tlog/canonical-json'
import { toHex } from '@/lib/tlog/bytes'
import type { Outcome } from './merkle'

/** The RFC 8785 vectors of cyberphone/json-canonicalization below `<dataFolder>/jcs-rfc8785`: input, output, its bytes. */
export async function run(dataFolder: string): Promise<Outcome> {
  const outcome: Outcome = { name: 'RFC 8785 canonical JSON', passed: 0, failed: 0, notes: [] }
  const folder = path.join(dataFolder, 'jcs-rfc8785')
  const text = (...parts: string[]) => readFile(path.join(folder, ...parts), 'utf8')
  for (const file of (await readdir(path.join(folder, 'input'))).sort()) {
    const written = canonicalBytes(JSON.parse(await text('input', file)))
    const expected = Buffer.from((await text('output', file)).trimEnd(), 'utf8')
    const bytes = (await text('outhex', file.replace(/\.json$/, '.txt'))).replace(/\s/g, '').toLowerCase()
    if (expected.equals(written) && toHex(written) === bytes) outcome.passed++
    else {
      outcome.failed++
      outcome.notes.push(`${file}: ${Buffer.from(written).toString('utf8')}`)
    }
  }
  return outcome
}
