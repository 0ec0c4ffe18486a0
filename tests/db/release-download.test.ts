import { execFileSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { transact } from '@/db/client'
import { logVkey } from '@/lib/log/queries'
import { bagResponse } from '@/lib/releases/bag-zip'
import { releaseResponse } from '@/lib/releases/download'
import { stageRelease } from '@/lib/releases/stage'
import { verify } from '@/lib/releases/verify'
import { bagFaults } from '../support/bag'
import { testDatabase } from '../support/database'
import { publishTo, publishWorld } from './publish-world'

testDatabase()

describe('a file of a release', () => {
  const get = (name: string, headers: Record<string, string> = {}, method = 'GET') =>
    releaseResponse(new Request('http://x/', { headers, method }), 'served', '1.0.0', name)

  it('is streamed whole, in ranges, or not at all when the caller has it', async () => {
    const world = await publishWorld('served')
    const { file } = await publishTo(world)
    const whole = await get('data/manifest.csv')
    expect(await whole.text()).toBe(file('data/manifest.csv'))
    expect(Object.fromEntries(whole.headers)).toMatchObject({
      'accept-ranges': 'bytes',
      'cache-control': 'public, max-age=31536000, immutable',
      'content-length': String(Buffer.byteLength(file('data/manifest.csv'))),
      'content-disposition': 'attachment; filename="served-1.0.0-manifest.csv"',
      'x-content-type-options': 'nosniff',
    })
    const etag = whole.headers.get('etag') ?? ''
    const part = await get('data/manifest.csv', { range: 'bytes=5-14', 'if-range': etag })
    expect(part.status).toBe(206)
    expect(part.headers.get('content-range')).toBe(`bytes 5-14/${whole.headers.get('content-length')}`)
    expect(await part.text()).toBe(file('data/manifest.csv').slice(5, 15))
    expect((await get('data/manifest.csv', { range: 'bytes=5-14', 'if-range': '"another"' })).status).toBe(
      200,
    )
    expect((await get('data/manifest.csv', { range: 'bytes=99999999-' })).status).toBe(416)
    const unchanged = await get('data/manifest.csv', { 'if-none-match': etag })
    expect([unchanged.status, unchanged.body]).toEqual([304, null])
    const head = await get('release.json', {}, 'HEAD')
    expect([head.status, head.body, head.headers.get('content-type')]).toEqual([
      200,
      null,
      'application/json',
    ])
    expect(await (await get('data/labels.csv')).text()).toBe('file,row,label\n')
    expect(await (await get('release.tlog-proof')).text()).toMatch(/^c2sp\.org\/tlog-proof@v1\n/)
  })

  it('is in the archive of the release too: the same bytes while the log grows', async () => {
    const bag = async () => {
      const response = await bagResponse(new Request('http://x/'), 'served', '1.0.0')
      return { response, bytes: Buffer.from(await response.arrayBuffer()) }
    }
    const { response, bytes } = await bag()
    expect(response.headers.get('content-length')).toBe(String(bytes.length))
    await publishTo(await publishWorld('grows'))
    expect((await bag()).bytes).toEqual(bytes)

    const folder = mkdtempSync(path.join(tmpdir(), 'winnow-bag-'))
    writeFileSync(path.join(folder, 'bag.zip'), bytes)
    execFileSync('python3', ['-m', 'zipfile', '-e', 'bag.zip', '.'], { cwd: folder })
    expect(bagFaults(path.join(folder, 'served-1.0.0'))).toEqual([])
    expect(await verify({ release: path.join(folder, 'served-1.0.0'), vkey: logVkey() })).toMatchObject({
      exit: 0,
      integrity: { state: 'valid' },
    })
    await expect(bagResponse(new Request('http://x/'), 'served', '9.0.0')).rejects.toMatchObject({
      code: 'not_found',
    })
  })

  it('is not found under any other name, nor before its release is published', async () => {
    for (const name of ['data/../release.json', 'data/none.csv', '', '/etc/passwd', 'data'])
      await expect(get(name)).rejects.toMatchObject({ code: 'not_found' })
    const world = await publishWorld('unserved')
    await transact((tx) => stageRelease(tx, world.maintainer, { datasetId: world.datasetId }))
    for (const name of ['release.json', 'release.tlog-proof'])
      await expect(
        releaseResponse(new Request('http://x/'), 'unserved', '1.0.0', name),
      ).rejects.toMatchObject({
        code: 'not_found',
      })
  })
})
