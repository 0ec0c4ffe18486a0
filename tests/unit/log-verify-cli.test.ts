import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { command } from '@/lib/cli/log-verify'
import { utf8 } from '@/lib/tlog/bytes'
import { bodies, serveLog, servedIdentity, servedLog } from '../support/served-log'

const log = servedIdentity()
const served = servedLog(bodies(300), log).set('vkeys', utf8(`${log.vkey}\n`))
let folder = ''
let server: Awaited<ReturnType<typeof serveLog>> | undefined

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'winnow-log-verify-'))
  return () => rm(folder, { recursive: true })
})
afterEach(() => server?.close())

const run = (...args: string[]) =>
  command.parse(args)({
    json: false,
    path: (file) => path.resolve(folder, file),
    note: () => undefined,
    write: async () => undefined,
    signal: new AbortController().signal,
  })

describe('winnow log verify', () => {
  it('finds an honest log valid, and keeps its checkpoint for the next time', async () => {
    server = await serveLog(served)
    const first = await run(server.address, '--vkey', log.vkey, '--save', 'kept')
    expect(first.exit).toBe(0)
    expect(first.text).toMatch(/^log\.example\.org\/winnow: valid\. 300 entries/)
    expect(await readFile(path.join(folder, 'kept'), 'utf8')).toBe(
      Buffer.from(served.get('checkpoint') ?? '').toString(),
    )
    const again = await run(server.address, '--vkey', log.vkey, '--since', 'kept')
    expect(again.text).toMatch(/history +valid +begins with the 300 entries/)
    expect(again.view).toMatchObject({ size: 300, history: { state: 'valid', since: 300 }, problems: [] })
    expect(first.view).toMatchObject({ history: { state: 'not_checked' } })
    // Everything once, nothing that no checkpoint asks for.
    expect(server.asked.filter((asked) => asked !== 'checkpoint').sort()).toEqual(
      [...served.keys(), ...served.keys()].filter((key) => !/^(checkpoint|vkeys)$/.test(key)).sort(),
    )
  })

  it('says so when the key came from the log itself', async () => {
    server = await serveLog(served)
    const { text, exit } = await run(`${server.address}/checkpoint`)
    expect(exit).toBe(0)
    expect(text).toContain('the key came from the log itself')
  })

  it('exits 1 and names what is wrong; the checkpoint is not kept', async () => {
    const wrong = (served.get('tile/0/000') ?? new Uint8Array()).map((byte, i) => (i === 9 ? byte ^ 1 : byte))
    server = await serveLog(new Map(served).set('tile/0/000', wrong))
    const { text, exit, view } = await run(server.address, '--vkey', log.vkey, '--save', 'not-kept')
    expect(exit).toBe(1)
    expect(text).toContain('wrong: tile/0/000: it does not hash to what tile/1/000.p/1 holds for it')
    expect(view).toMatchObject({ tiles: { state: 'invalid' }, entries: { state: 'not_checked', count: 44 } })
    await expect(readFile(path.join(folder, 'not-kept'))).rejects.toThrow()
  })

  it('exits 1 for the log of another key', async () => {
    server = await serveLog(served)
    const { text, exit } = await run(server.address, '--vkey', servedIdentity(9).vkey)
    expect(exit).toBe(1)
    expect(text).toContain('wrong: checkpoint: no signature of a known key')
  })

  it('believes any of the keys in a file, one to a line', async () => {
    server = await serveLog(served)
    await writeFile(path.join(folder, 'keys'), `${servedIdentity(9).vkey}\n${log.vkey}\n`)
    expect((await run(server.address, '--vkey', 'keys')).exit).toBe(0)
  })

  it('tries again what passes by itself', async () => {
    let refusals = 2
    server = await serveLog(served, (asked) =>
      asked === 'tile/entries/000' && refusals-- > 0 ? { status: 503 } : undefined,
    )
    expect((await run(server.address, '--vkey', log.vkey)).exit).toBe(0)
  })

  it('cannot check a log that fails, refuses, floods or is not there: neither valid nor invalid', async () => {
    server = await serveLog(served, (asked) => (asked.startsWith('tile/0') ? { status: 403 } : undefined))
    const refused = run(server.address, '--vkey', log.vkey)
    await expect(refused).rejects.toMatchObject({
      code: 'unavailable',
      message: expect.stringContaining('403'),
    })
    await server.close()
    const flood = new Uint8Array(17 * 1024 * 1024)
    server = await serveLog(served, (asked) =>
      asked === 'tile/0/000' ? { status: 200, body: flood } : undefined,
    )
    await expect(run(server.address, '--vkey', log.vkey)).rejects.toMatchObject({
      code: 'unavailable',
      message: expect.stringContaining('more than'),
    })
    const { address } = server
    await server.close()
    server = undefined
    await expect(run(address, '--vkey', log.vkey)).rejects.toMatchObject({ code: 'unavailable' })
  })

  it('cannot start with what is no address, no key, or no file', async () => {
    server = await serveLog(served)
    for (const args of [
      ['not an address'],
      ['ftp://example.org/log'],
      [`${server.address}?x=1`],
      [server.address, '--vkey', `${log.vkey.slice(0, -4)}AAAA`],
      [server.address, '--vkey', log.vkey, '--since', 'no-such-file'],
    ]) {
      await expect(run(...args), args.join(' ')).rejects.not.toMatchObject({ name: 'AppError' })
    }
  })
})
