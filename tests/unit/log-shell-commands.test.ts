import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { identityOf } from '@/lib/log/identity'
import { keyOfSeed } from '@/lib/log/key'
import { sha256 } from '@/lib/log/sha256'
import { leafCommand, signatureCommands } from '@/lib/log/shell-commands'
import { textOf, toHex } from '@/lib/tlog/bytes'
import { leafHash } from '@/lib/tlog/hash'
import { bodies, entryBody, servedIdentity, servedLog } from '../support/served-log'

const log = servedIdentity()
let folder = ''
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'winnow-shell-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

/** What the page tells a stranger to type, typed. */
function checked(checkpoint: Uint8Array | string, vkey: string) {
  writeFileSync(path.join(folder, 'checkpoint'), checkpoint)
  const { status, stdout, stderr } = spawnSync('sh', ['-c', signatureCommands(vkey)], {
    cwd: folder,
    encoding: 'utf8',
  })
  return { isGood: status === 0, says: stdout + stderr }
}

const checkpoint = (seeds: { origin: string; signers: typeof log.signers }) =>
  servedLog(bodies(7), seeds).get('checkpoint') ?? new Uint8Array()

describe('the commands on the key page', () => {
  it('verify a checkpoint with openssl and coreutils alone', () => {
    const { isGood, says } = checked(checkpoint(log), log.vkey)
    expect(says).toContain('Signature Verified Successfully')
    expect(isGood).toBe(true)
  })

  it('fail for a changed size, another key, and no signature of the key', () => {
    const note = textOf(checkpoint(log))
    expect(checked(note.replace('\n7\n', '\n8\n'), log.vkey).isGood).toBe(false)
    expect(checked(note, servedIdentity(6).vkey).isGood).toBe(false)
    expect(checked(note.split('\u2014')[0] ?? '', log.vkey).isGood).toBe(false)
  })

  it('find the line of their own key when the log signs with two', () => {
    const [current, former] = [keyOfSeed(new Uint8Array(32).fill(5)), keyOfSeed(new Uint8Array(32).fill(8))]
    const both = identityOf(log.origin, current, [former])
    const note = checkpoint(both)
    for (const vkey of both.vkeys) expect(checked(note, vkey).isGood).toBe(true)
  })
})

describe('the command on the page of an entry', () => {
  it('prints its leaf hash', () => {
    const entry = entryBody(3)
    const printed = execFileSync('sh', ['-c', leafCommand(textOf(entry))], { encoding: 'utf8' })
    expect(printed.split(' ')[0]).toBe(toHex(leafHash(entry, sha256)))
  })
})
