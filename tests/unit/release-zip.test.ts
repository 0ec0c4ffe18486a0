import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { zipLength, zipPieces, type ZipEntry } from '@/lib/releases/zip'

const entryOf = (name: string, ...pieces: string[]): ZipEntry => ({
  name,
  bytes: Buffer.byteLength(pieces.join('')),
  async *open() {
    for (const piece of pieces) yield Buffer.from(piece)
  },
})

async function zip(entries: readonly ZipEntry[]): Promise<Buffer> {
  const pieces: Uint8Array[] = []
  for await (const piece of zipPieces(entries)) pieces.push(piece)
  return Buffer.concat(pieces)
}

const python = (script: string, ...args: string[]) =>
  execFileSync('python3', ['-c', script, ...args], { encoding: 'utf8' })

describe('an archive', () => {
  const entries = [
    entryOf('r/data/a.csv', 'file,', 'row\n'),
    entryOf('r/ünï.txt', ''),
    entryOf('r/b', 'x'.repeat(99_999)),
  ]

  it('is what another reader takes for a sound archive, names and content', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'winnow-zip-'))
    const file = path.join(folder, 'x.zip')
    writeFileSync(file, await zip(entries))
    const said = python(
      'import sys,zipfile,json;z=zipfile.ZipFile(sys.argv[1]);print(json.dumps([z.testzip(),[[i.filename,i.file_size,i.compress_type,i.date_time[0]] for i in z.infolist()],z.read("r/data/a.csv").decode()]))',
      file,
    )
    expect(JSON.parse(said)).toEqual([
      null,
      [
        ['r/data/a.csv', 9, 0, 1980],
        ['r/ünï.txt', 0, 0, 1980],
        ['r/b', 99_999, 0, 1980],
      ],
      'file,row\n',
    ])
    rmSync(folder, { recursive: true })
  })

  it('is the same bytes each time, and as long as was said before', async () => {
    const bytes = await zip(entries)
    expect(await zip(entries)).toEqual(bytes)
    expect(bytes.length).toBe(zipLength(entries))
    expect((await zip([])).length).toBe(zipLength([]))
  })

  it('knows its length beyond four gigabytes, where sizes and places need 64 bits', () => {
    const large = (name: string): ZipEntry => ({ ...entryOf(name), bytes: 5 * 2 ** 30 })
    const headers = (at: number, extra: number) => 30 + 46 + 2 * at + extra
    const ends = 56 + 20 + 22
    // Both sizes in both headers of each; from the second on, the place too.
    expect(zipLength([large('a'), large('b')])).toBe(
      10 * 2 ** 30 + headers(1, 20 + 20) + headers(1, 20 + 28) + ends,
    )
  })

  it('breaks off when a file is not as long as it was', async () => {
    await expect(zip([{ ...entryOf('a', 'abc'), bytes: 4 }])).rejects.toThrow(/has 3 bytes, not 4/)
  })
})
