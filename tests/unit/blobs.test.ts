import { createHash } from 'node:crypto'
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { blobPath, draftPath, hasBlob, storeBlob, sweepDrafts } from '@/lib/blobs/store'

const folder = mkdtempSync(path.join(tmpdir(), 'winnow-blobs-'))
beforeAll(() => {
  process.env.WINNOW_DATA = folder
})
afterAll(() => rmSync(folder, { recursive: true }))

async function* pieces(...texts: string[]): AsyncGenerator<Uint8Array> {
  await Promise.resolve()
  for (const text of texts) yield Buffer.from(text)
}

const drafts = () => readdirSync(path.join(folder, 'blobs/incoming'))

describe('the blob store', () => {
  it('keeps bytes under their SHA-256, once', async () => {
    const blob = await storeBlob(pieces('one ', 'two'))
    expect(blob).toEqual({ digest: createHash('sha256').update('one two').digest(), bytes: 7 })
    expect(readFileSync(blobPath(blob.digest), 'utf8')).toBe('one two')
    expect(await storeBlob(pieces('one', ' two'))).toEqual(blob)
    expect(drafts()).toEqual([])
  })

  it('keeps nothing of a source that breaks off', async () => {
    async function* broken(): AsyncGenerator<Uint8Array> {
      yield* pieces('half')
      throw new Error('the line went dead')
    }
    await expect(storeBlob(broken())).rejects.toThrow('the line went dead')
    expect(drafts()).toEqual([])
    expect(await hasBlob(createHash('sha256').update('half').digest())).toBe(false)
  })

  it('sweeps what a crash left behind, not what is being written', async () => {
    const [old, fresh] = [await draftPath(), await draftPath()]
    writeFileSync(old, 'old')
    writeFileSync(fresh, 'fresh')
    utimesSync(old, 0, 0)
    expect(await sweepDrafts()).toBe(1)
    expect([existsSync(old), existsSync(fresh)]).toEqual([false, true])
  })
})
