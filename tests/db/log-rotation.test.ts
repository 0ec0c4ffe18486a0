import { execFileSync } from 'node:child_process'
import { mkdir, readFile, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { GET as vkeyRoute } from '@/app/log/vkey/route'
import { GET as vkeysRoute } from '@/app/log/vkeys/route'
import { checkHead } from '@/lib/log/check-head'
import { identityOf, type LogIdentity, logIdentity } from '@/lib/log/identity'
import { keyOfSeed, oldLogKeys, verifyEd25519 } from '@/lib/log/key'
import { mirrorFolder } from '@/lib/log/mirror'
import { latestCheckpoint } from '@/lib/log/queries'
import { drainPending } from '@/lib/log/sequencer'
import { readEnv } from '@/lib/runtime/env'
import { fromRoot } from '@/lib/runtime/root'
import { openNote } from '@/lib/tlog/note'
import { ed25519Verifier } from '@/lib/tlog/vkey'
import { testDatabase } from '../support/database'
import { auditLog, decideOnce, ORIGIN } from './log-fixtures'

const database = testDatabase()

const seed = (byte: number) => Buffer.alloc(32, byte)
const [first, second] = [keyOfSeed(seed(21)), keyOfSeed(seed(22))]
const before = identityOf(ORIGIN, first)

/** The keys that a follower who knows this vkey alone finds on the newest checkpoint. */
async function signedFor(vkey: string): Promise<number> {
  const checkpoint = await latestCheckpoint()
  return openNote(checkpoint?.note ?? '', [ed25519Verifier(vkey, verifyEd25519)]).signatures.length
}

async function add(log: LogIdentity): Promise<string> {
  await decideOnce()
  expect(await drainPending({ log })).toBe(1)
  return (await latestCheckpoint())?.note ?? ''
}

describe('a log whose key is changed', () => {
  let oldest = ''
  beforeAll(async () => {
    oldest = await add(before)
  })

  it('does not go on under a key that names no former one', async () => {
    await decideOnce()
    const log = identityOf(ORIGIN, second)
    await expect(drainPending({ log })).rejects.toMatchObject({
      code: 'key_changed',
      message: expect.stringContaining('WINNOW_LOG_OLD_KEYS'),
    })
    expect(await drainPending({ log: before })).toBe(1)
  })

  it('signs with both while the former seed is there, so that followers of either key can check it', async () => {
    const both = identityOf(ORIGIN, second, [first])
    expect(await checkHead({ log: both })).toBe(2)
    const note = await add(both)
    expect(note.match(/^\u2014 /gm)).toHaveLength(2)
    for (const vkey of both.vkeys) expect(await signedFor(vkey)).toBe(1)
    expect(both.vkeys).toEqual([both.vkey, before.vkey])
    // Also where the former key is still the only one known: a checkpoint by both is one by it.
    expect(await checkHead({ log: before })).toBe(3)
  })

  it('signs with the new key alone once the former one is named by its vkey', async () => {
    const after = identityOf(ORIGIN, second, [before.vkey])
    expect(await checkHead({ log: after })).toBe(3)
    await add(after)
    expect(await signedFor(after.vkey)).toBe(1)
    await expect(signedFor(before.vkey)).rejects.toMatchObject({ code: 'no_known_signature' })
    await expect(checkHead({ log: before })).rejects.toMatchObject({ code: 'key_changed' })
    expect(await checkHead({ log: after })).toBe(4)
  })

  it('still has its old checkpoints verified by the old vkey, and is one log from end to end', async () => {
    expect(openNote(oldest, [before.verifier]).signatures).toHaveLength(1)
    const after = identityOf(ORIGIN, second, [before.vkey])
    expect(openNote(oldest, after.verifiers).signatures).toHaveLength(1)
    expect(await auditLog(database.sql, after)).toBe(4)
  })
})

describe('the former keys', () => {
  it('must be keys of this log', () => {
    const foreign = identityOf('elsewhere.invalid/log', first).vkey
    expect(() => identityOf(ORIGIN, second, [foreign])).toThrow('not a former key of this log')
  })

  it('come from WINNOW_LOG_OLD_KEYS, seeds and vkeys in any order; what is neither is refused at start', () => {
    const given = ` ${seed(21).toString('base64')}\n${before.vkey} `
    const settings = readEnv({ ...process.env, WINNOW_LOG_OLD_KEYS: given })
    const keys = oldLogKeys(settings)
    expect(keys.map((key) => (typeof key === 'string' ? key : 'seed'))).toEqual(['seed', before.vkey])
    expect(identityOf(ORIGIN, second, keys).vkeys).toHaveLength(2)
    for (const wrong of ['short', `${before.vkey} short`, 'log.example+12345678']) {
      expect(() => readEnv({ ...process.env, WINNOW_LOG_OLD_KEYS: wrong })).toThrow(
        'WINNOW_LOG_OLD_KEYS must be',
      )
    }
  })

  it('are kept in the data folder by the two commands of the manual, and served newest first', async () => {
    const folder = path.join(path.dirname(mirrorFolder()), 'keys')
    await mkdir(folder, { recursive: true })
    await writeFile(path.join(folder, 'log.seed'), `${seed(21).toString('base64')}\n`, { mode: 0o600 })
    const manual = await readFile(fromRoot('docs/log.md'), 'utf8')
    const [, commands = ''] = /```sh rotate\n([\s\S]*?)```/.exec(manual) ?? []
    expect(commands).toContain('log.old')
    execFileSync('sh', ['-euc', commands], { env: { ...process.env, WINNOW_DATA: path.dirname(folder) } })

    expect((await stat(path.join(folder, 'log.old'))).mode & 0o777).toBe(0o600)
    expect((await stat(path.join(folder, 'log.seed'))).mode & 0o777).toBe(0o600)
    const log = logIdentity()
    expect(log.vkeys).toEqual([log.vkey, before.vkey])
    expect(log.vkey).not.toBe(before.vkey)
    expect(log.signers).toHaveLength(2)
    expect(await (await vkeyRoute()).text()).toBe(`${log.vkey}\n`)
    expect(await (await vkeysRoute()).text()).toBe(`${log.vkey}\n${before.vkey}\n`)
  })
})
