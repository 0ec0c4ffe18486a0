import 'server-only'
import { createHash, createHmac } from 'node:crypto'
import { open, readdir, readFile, rename, stat } from 'node:fs/promises'
import path from 'node:path'
import { z } from 'zod'
import { type ListedErasure, parseListed } from '@/lib/erasure/list'
import { invalid } from '@/lib/errors'

/*
 * The key store in a file, one JSON object a line. Keep it apart from the backups, and only the newest: an old one opens what
 * was erased since. Its keys are wrapped by WINNOW_KEY; the seed of the log's key and what a demonstration has generated are in it too,
 * so it is as secret as they are.
 */

const head = z.strictObject({
  format: z.literal('winnow-keys/1'),
  madeAt: z.iso.datetime(),
  origin: z.string(),
  /** Tells whether WINNOW_KEY is the one that wrapped them, and nothing else. */
  keyCheck: z.string(),
  /** The newest checkpoint: a backup that is older starts read-only. */
  checkpoint: z.string().nullable(),
})
const key = z.strictObject({
  key: z.uuid(),
  subject: z.string().regex(/^[0-9a-f]{64}$/),
  wrapped: z.string().regex(/^[0-9a-f]{120}$/),
  createdAt: z.string(),
})
const secret = z.strictObject({ file: z.string().regex(/^[a-z][a-z.-]{0,40}$/), base64: z.base64() })
const end = z.strictObject({ sha256: z.string() })

export type KeyHead = z.infer<typeof head>
export type StoredKey = z.infer<typeof key>
export type Secret = z.infer<typeof secret>
export type KeyFile = { head: KeyHead; keys: StoredKey[]; erasures: ListedErasure[]; secrets: Secret[] }

export const keyCheck = (instanceKey: string): string =>
  createHmac('sha256', instanceKey).update('winnow/v1/key-file').digest('base64url').slice(0, 16)

/** Writes it whole or not at all, for its owner alone. */
export async function writeKeyFile(
  file: string,
  { head: first, keys, erasures, secrets }: Omit<KeyFile, 'keys'> & { keys: AsyncIterable<StoredKey[]> },
): Promise<number> {
  const draft = `${file}.${process.pid}.draft`
  const hash = createHash('sha256')
  let written = 0
  {
    await using out = await open(draft, 'w', 0o600)
    const line = async (values: readonly object[]) => {
      const text = values.map((value) => `${JSON.stringify(value)}\n`).join('')
      hash.update(text)
      await out.write(text)
    }
    await line([first])
    for await (const batch of keys) {
      await line(batch)
      written += batch.length
    }
    await line(erasures.map((erasure) => ({ erasure })))
    await line(secrets)
    await out.write(`${JSON.stringify({ sha256: hash.digest('hex') })}\n`)
    await out.sync()
  }
  await rename(draft, file)
  return written
}

/** Throws AppError `invalid` when it is not whole. */
export async function readKeyFile(file: string): Promise<KeyFile> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw invalid(`The key file ${file} cannot be read (${error.code}).`)
  })
  const lines = text.split('\n')
  if (lines.pop() !== '') throw invalid(`${file} is cut off.`)
  const last = lines.pop()
  const body = lines.map((line) => `${line}\n`).join('')
  try {
    const { sha256 } = end.parse(JSON.parse(last ?? ''))
    if (createHash('sha256').update(body).digest('hex') !== sha256)
      throw new Error('its checksum is another one')
    const [first, ...rest] = lines
    const read: KeyFile = { head: head.parse(JSON.parse(first ?? '')), keys: [], erasures: [], secrets: [] }
    for (const line of rest) addLine(read, JSON.parse(line))
    return read
  } catch (error) {
    const reason = error instanceof z.ZodError || !(error instanceof Error) ? 'it is not one' : error.message
    throw invalid(`${file} is not a key file of Winnow: ${reason}.`)
  }
}

function addLine(read: KeyFile, value: unknown): void {
  const found = z.union([key, secret, z.strictObject({ erasure: z.unknown() })]).parse(value)
  if ('key' in found) read.keys.push(found)
  else if ('file' in found) read.secrets.push(found)
  else read.erasures.push(parseListed(JSON.stringify(found.erasure)))
}

/** What the product has generated into its data folder and is nowhere else. */
export async function generatedSecrets(dataDir: string): Promise<Secret[]> {
  const folder = path.join(dataDir, 'keys')
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return []
    throw error
  })
  const secrets: Secret[] = []
  for (const file of names.sort()) {
    const full = path.join(folder, file)
    if (file === 'lock' || !(await stat(full)).isFile()) continue
    secrets.push(secret.parse({ file, base64: (await readFile(full)).toString('base64') }))
  }
  return secrets
}
