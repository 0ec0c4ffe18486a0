import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer, type ServerResponse } from 'node:http'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { gunzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { apply } from '@/lib/releases/apply'
import { fileText, shardOf, worldOf, type Layout, type Shard } from '../support/copies'
import { listening } from '../support/listening'
import { buildRelease, sha256, writeRelease } from '../support/release'

const folder = () => mkdtempSync(path.join(tmpdir(), 'winnow-apply-'))

function lay(shards: readonly Shard[], disclosure: 'full' | 'rows' | 'kept-only' = 'rows') {
  const root = folder()
  const release = writeRelease(path.join(root, 'release'), buildRelease(worldOf(shards, { disclosure })))
  const files = shards.map((shard) => {
    const file = path.join(root, 'base', shard.path)
    mkdirSync(path.dirname(file), { recursive: true })
    writeFileSync(file, shard.bytes)
    return file
  })
  return { root, release, files, out: path.join(root, 'out') }
}

const layouts: [string, Layout, boolean][] = [
  ['JSONL', { kind: 'jsonl' }, false],
  [
    'JSONL with CRLF, BOM, blank lines and no last line feed',
    { kind: 'jsonl', eol: '\r\n', bom: true, blankLines: true, lastLineOpen: true },
    false,
  ],
  ['gzipped JSONL', { kind: 'jsonl' }, true],
  ['CSV', { kind: 'csv' }, false],
  [
    'CSV with CRLF, BOM and no last line feed',
    { kind: 'csv', eol: '\r\n', bom: true, lastLineOpen: true },
    false,
  ],
  ['gzipped CSV', { kind: 'csv' }, true],
  ['TSV', { kind: 'tsv' }, false],
]

describe.each(layouts)('the filtered copy of %s', (_, layout, gzip) => {
  it.each([1, 2, 3, 4])(
    'has every byte of the untouched rows, in order, and nothing of the others (world %i)',
    async (seed) => {
      const shard = shardOf(`rows.${layout.kind}`, 200, seed * 100, layout, gzip)
      const { release, files, out } = lay([shard])
      const { rows, files: applied } = await apply({ release, files, out })

      const raw = readFileSync(path.join(out, shard.path))
      const text = (gzip ? gunzipSync(raw) : raw).toString()
      expect(text).toBe(fileText(shard.posts, layout, shard.outcomes))

      const count = (action: string) => shard.outcomes.filter((outcome) => outcome?.action === action).length
      const bad = shard.posts.filter((post) => post.bad !== undefined).length
      const [removed, restricted, redacted] = [count('remove') + bad, count('restrict'), count('redact')]
      expect(rows).toEqual({
        in: 200,
        untouched: 200 - removed - restricted - redacted,
        redacted,
        removed,
        restricted,
      })
      expect(redacted * removed * restricted * bad).toBeGreaterThan(0)
      expect(applied).toMatchObject([{ way: 'position', output: { sha256: sha256(raw), bytes: raw.length } }])
    },
  )
})

describe('by position', () => {
  it('keeps every byte of a redacted JSON row but the value that was redacted', async () => {
    const line = '{ "likes" : 1.50,\t"body":"call 555-0100 \\u00fcber", "title":"\\u0041", "id":"p0"}'
    const shard: Shard = {
      path: 'a.jsonl',
      posts: [{ id: 'p0', title: 'A', body: 'call 555-0100 über', likes: 1 }],
      outcomes: [
        {
          action: 'redact',
          spans: [{ field: 'body', start: 5, end: 13 }],
          labels: [],
          grounds: [{ category: 'pii', reason: 'p' }],
        },
      ],
      bytes: Buffer.from(`${line}\n`),
      format: 'jsonl',
    }
    const { release, files, out } = lay([shard])
    await apply({ release, files, out })
    expect(readFileSync(path.join(out, 'a.jsonl'), 'utf8')).toBe(
      '{ "likes" : 1.50,\t"body":"call [REDACTED] über", "title":"\\u0041", "id":"p0"}\n',
    )
  })

  it('masks a number, a nested field and a cell that was not quoted', async () => {
    const grounds = [{ category: 'pii', reason: 'p' }]
    const redact = (field: string, end: number) => ({
      action: 'redact' as const,
      spans: [{ field, start: 0, end }],
      labels: [],
      grounds,
    })
    const rows = (file: string, outcome: ReturnType<typeof redact>) => [
      { file, row: 0, id: null, digest: sha256(file), outcome },
    ]
    const json = '{"who":{"phone":3015550100},"x":1}\n'
    const csv = 'phone,x\n301 555,1\n'
    const base = (file: string, text: string, format: string) => ({
      path: file,
      sha256: sha256(text),
      bytes: text.length,
      format,
      rows: 1,
    })
    const root = folder()
    const release = writeRelease(
      path.join(root, 'release'),
      buildRelease({
        files: [base('a.jsonl', json, 'jsonl'), base('b.csv', csv, 'csv')],
        rows: [...rows('a.jsonl', redact('who.phone', 10)), ...rows('b.csv', redact('phone', 3))],
        contentFields: ['phone'],
        disclosure: 'rows',
      }),
    )
    writeFileSync(path.join(root, 'a.jsonl'), json)
    writeFileSync(path.join(root, 'b.csv'), csv)
    const out = path.join(root, 'out')
    await apply({ release, files: ['a.jsonl', 'b.csv'].map((name) => path.join(root, name)), out })
    expect(readFileSync(path.join(out, 'a.jsonl'), 'utf8')).toBe('{"who":{"phone":"[REDACTED]"},"x":1}\n')
    expect(readFileSync(path.join(out, 'b.csv'), 'utf8')).toBe('phone,x\n[REDACTED] 555,1\n')
  })

  it('writes several shards with their folders, and a receipt that maps the rows', async () => {
    const shards = [
      shardOf('en/0.jsonl', 50, 1, { kind: 'jsonl' }),
      shardOf('en/1.jsonl.gz', 60, 3, { kind: 'jsonl' }, true),
      shardOf('de/0.csv', 70, 5, { kind: 'csv' }),
    ]
    const { root, release, out } = lay(shards)
    const { rows } = await apply({ release, files: [path.join(root, 'base')], out })
    expect(rows.in).toBe(180)
    expect(readdirSync(out).sort()).toEqual(['de', 'en', 'winnow-receipt.json'])
    const receipt = JSON.parse(readFileSync(path.join(out, 'winnow-receipt.json'), 'utf8'))
    expect(receipt.rows).toEqual(rows)
    expect(receipt.release).toMatchObject({ dataset: 'forum', version: '1.0.0' })
    for (const shard of shards) {
      const entry = receipt.files.find(({ input }: { input: { name: string } }) => input.name === shard.path)
      expect(entry.input).toMatchObject({ sha256: sha256(shard.bytes), bytes: shard.bytes.length })
      expect(entry.output.sha256).toBe(sha256(readFileSync(path.join(out, shard.path))))
      const mapped = entry.rowMap.flatMap(([start, length]: [number, number]) =>
        Array.from({ length }, (_, i) => start + i),
      )
      const kept = shard.posts.flatMap((post, row) => {
        const action = shard.outcomes[row]?.action
        return post.bad === undefined && action !== 'remove' && action !== 'restrict' ? [row] : []
      })
      expect(mapped).toEqual(kept)
    }
  })

  it('cannot tell removed from restricted where the release does not, and counts them together', async () => {
    const shard = shardOf('rows.jsonl', 100, 9, { kind: 'jsonl' })
    const open = lay([shard], 'rows')
    const hidden = lay([shard], 'kept-only')
    const a = await apply(open)
    const b = await apply(hidden)
    expect(a.rows.restricted).toBeGreaterThan(0)
    expect(b.rows).toEqual({ ...a.rows, removed: a.rows.removed + a.rows.restricted, restricted: 0 })
    expect(readFileSync(path.join(hidden.out, 'rows.jsonl'))).toEqual(
      readFileSync(path.join(open.out, 'rows.jsonl')),
    )
  })
})

describe('base files that are fetched from an address', () => {
  const shard = shardOf('rows.jsonl', 50, 1, { kind: 'jsonl' })

  async function served<T>(
    answer: (response: ServerResponse) => void,
    work: (address: string) => Promise<T>,
  ) {
    const server = createServer((_, response) => answer(response))
    const port = await listening(server)
    try {
      return await work(`http://127.0.0.1:${port}/shards/rows.jsonl?download=1`)
    } finally {
      server.close()
    }
  }

  it('are filtered as local ones are', async () => {
    const { release, files, out, root } = lay([shard])
    await apply({ release, files, out })
    const fetched = path.join(root, 'fetched')
    await served(
      (response) => response.end(shard.bytes),
      (address) => apply({ release, files: [address], out: fetched }),
    )
    expect(readdirSync(fetched).sort()).toEqual(['rows.jsonl', 'winnow-receipt.json'])
    expect(readFileSync(path.join(fetched, 'rows.jsonl'))).toEqual(readFileSync(path.join(out, 'rows.jsonl')))
  })

  it.each<[string, (response: ServerResponse) => void, RegExp]>([
    ['that is not there', (response) => response.writeHead(404).end(), /answers 404/],
    [
      'that breaks off',
      (response) => {
        response.writeHead(200, { 'content-length': String(shard.bytes.length) })
        response.write(shard.bytes.subarray(0, 100), () => response.destroy())
      },
      /broke off/,
    ],
  ])('write nothing when there is one %s', async (_, answer, problem) => {
    const { release, out, root } = lay([shard])
    await served(answer, (address) =>
      expect(apply({ release, files: [address], out })).rejects.toThrow(problem),
    )
    expect(readdirSync(root)).not.toContain('out')
  })
})

describe('apply writes nothing', () => {
  const laid = () => lay([shardOf('rows.jsonl', 50, 1, { kind: 'jsonl' })])

  it('when a file of that name is there already', async () => {
    const { release, files, out } = laid()
    await apply({ release, files, out })
    const before = readFileSync(path.join(out, 'rows.jsonl'))
    await expect(apply({ release, files, out })).rejects.toThrow(/is there already/)
    expect(readFileSync(path.join(out, 'rows.jsonl'))).toEqual(before)
  })

  it('over its own input', async () => {
    const { release, files } = laid()
    const [file = ''] = files
    const before = readFileSync(file)
    await expect(apply({ release, files, out: path.dirname(file) })).rejects.toThrow(/is there already/)
    expect(readFileSync(file)).toEqual(before)
  })

  it('when the release was tampered with', async () => {
    const { release, files, out } = laid()
    const list = path.join(release, 'data/exclusions.csv')
    writeFileSync(list, readFileSync(list, 'utf8').replace(',remove\n', ',restrict\n'))
    await expect(apply({ release, files, out })).rejects.toThrow(/exclusions\.csv/)
    expect(() => readdirSync(out)).toThrow(/ENOENT/)
  })

  it('when one of several files cannot be read', async () => {
    const { root, release, files, out } = laid()
    await expect(apply({ release, files: [...files, path.join(root, 'gone')], out })).rejects.toMatchObject({
      code: 'unavailable',
    })
    expect(() => readdirSync(out)).toThrow(/ENOENT/)
  })

  it('when a base file is given twice, or two files would have one name', async () => {
    const { root, release, files, out } = laid()
    const [file = ''] = files
    const other = path.join(root, 'other')
    writeFileSync(other, readFileSync(file))
    await expect(apply({ release, files: [file, other], out })).rejects.toThrow(/given twice/)
    mkdirSync(path.join(root, 'x'))
    writeFileSync(path.join(root, 'x/rows.jsonl'), 'x')
    await expect(apply({ release, files: [file, path.join(root, 'x/rows.jsonl')], out })).rejects.toThrow(
      /another file/,
    )
    expect(() => readdirSync(out)).toThrow(/ENOENT/)
  })

  it('and takes up where a killed run left off', async () => {
    const { release, files, out } = laid()
    mkdirSync(path.join(out, '.winnow-partial'), { recursive: true })
    writeFileSync(path.join(out, '.winnow-partial/rows.jsonl'), 'half')
    writeFileSync(path.join(out, 'rows.jsonl'), 'renamed before the kill')
    await apply({ release, files, out })
    expect(readdirSync(out).sort()).toEqual(['rows.jsonl', 'winnow-receipt.json'])
    expect(readFileSync(path.join(out, 'rows.jsonl'), 'utf8')).toContain('post ')
  })
})
