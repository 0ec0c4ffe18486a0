import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { z } from 'zod'
import { fromBase64 } from '@/lib/tlog/base64'
import { verifyInclusion } from '@/lib/tlog/proof'

export type Outcome = { name: string; passed: number; failed: number; notes: string[] }

const vector = z.object({
  leafIdx: z.number(),
  treeSize: z.number(),
  root: z.string().nullable(),
  leafHash: z.string().nullable(),
  proof: z.array(z.string()).nullable(),
  desc: z.string(),
  wantErr: z.boolean(),
})

/** The inclusion vectors of transparency-dev/merkle, right ones and tampered ones, below `<dataFolder>/merkle-rfc6962`. */
export async function run(dataFolder: string): Promise<Outcome> {
  const outcome: Outcome = { name: 'RFC 6962 inclusion proofs', passed: 0, failed: 0, notes: [] }
  const folder = path.join(dataFolder, 'merkle-rfc6962')
  const files = await readdir(folder, { recursive: true })
  for (const file of files.filter((name) => name.endsWith('.json')).sort()) {
    const { wantErr, ...given } = vector.parse(JSON.parse(await readFile(path.join(folder, file), 'utf8')))
    const held = verifyInclusion({
      index: given.leafIdx,
      size: given.treeSize,
      leaf: fromBase64(given.leafHash ?? ''),
      root: fromBase64(given.root ?? ''),
      proof: (given.proof ?? []).map(fromBase64),
    })
    if (held === !wantErr) outcome.passed++
    else {
      outcome.failed++
      outcome.notes.push(`${file} (${given.desc}): ${held ? 'verified' : 'refused'}`)
    }
  }
  return outcome
}
