import { randomBytes } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { transact } from '@/db/client'
import { seal } from '@/lib/crypto/seal'
import { itemSubject, requestSubject, type Subject } from '@/lib/crypto/subject'
import { destroyKey, keyFor, keyIdOf, keysFor } from '@/lib/crypto/subject-keys'
import { openAll, type Place, sealFor } from '@/lib/crypto/subject-seal'
import { appendEntry } from '@/lib/log/append'
import { openingOf } from '@/lib/log/queries'
import { testDatabase } from '../support/database'
import { aDecision, DATASET_ID, lead } from './log-fixtures'

const database = testDatabase()
const someItem = () => itemSubject(DATASET_ID, randomBytes(32))

const sealText = (subject: Subject, text: string, place: Place = 'item_content') =>
  transact(async (tx) => sealFor(await keyFor(tx, subject), place, Buffer.from(text)))
const opened = async (sealed: Uint8Array, place: Place = 'item_content') =>
  (await openAll(database.db, [{ place, sealed }]))[0]?.toString() ?? null

describe('what is sealed about a subject', () => {
  it('opens with its key, and no longer once that is destroyed, not even when the subject gets a new one', async () => {
    const subject = someItem()
    const sealed = await sealText(subject, 'ada@mail.example.org')
    expect(sealed.toString('latin1')).not.toContain('ada')
    expect(await opened(sealed)).toBe('ada@mail.example.org')
    expect(await transact((tx) => destroyKey(tx, subject))).toBe(true)
    expect(await opened(sealed)).toBeNull()
    const later = await sealText(subject, 'a later note')
    expect(await opened(sealed)).toBeNull()
    expect(await opened(later)).toBe('a later note')
    expect(await transact((tx) => destroyKey(tx, someItem()))).toBe(false)
  })

  it('does not open in another place, under another subject, or with a byte changed', async () => {
    const [one, two] = [someItem(), requestSubject(crypto.randomUUID())]
    const [mine, other] = [await sealText(one, 'mine'), await sealText(two, 'other')]
    await expect(opened(mine, 'takedown_contact')).rejects.toThrow()
    // The other subject's key id in front of my box.
    await expect(opened(Buffer.concat([other.subarray(0, 17), mine.subarray(17)]))).rejects.toThrow()
    for (let at = 0; at < mine.length; at++) {
      const changed = Buffer.from(mine)
      changed[at] = (changed[at] ?? 0) ^ 1
      // A changed key id names a key that does not exist; anything else is noticed.
      if (at > 0 && at <= 16) expect(await opened(changed)).toBeNull()
      else await expect(opened(changed)).rejects.toThrow()
    }
  })

  it('does not open when two keys were exchanged in the store', async () => {
    const [one, two] = [someItem(), someItem()]
    const sealed = await sealText(one, 'mine')
    await sealText(two, 'other')
    const [a, b] = await transact(async (tx) => [await keyIdOf(tx, one), await keyIdOf(tx, two)])
    await database.admin.sql`
      update subject_key k set wrapped = o.wrapped from subject_key o
      where (k.id, o.id) in ((${a ?? ''}::uuid, ${b ?? ''}::uuid), (${b ?? ''}::uuid, ${a ?? ''}::uuid))`
    await expect(opened(sealed)).rejects.toThrow()
  })

  it('was sealed under the instance before subjects had keys, and still opens', async () => {
    expect(await opened(seal(Buffer.from('from before')))).toBe('from before')
  })
})

describe('the key of a subject', () => {
  it('is one, however many ask for it at once', async () => {
    const subject = someItem()
    const keys = await Promise.all(
      Array.from({ length: 8 }, () => transact((tx) => keysFor(tx, [subject, subject]))),
    )
    const ids = new Set(keys.flat().map(({ id }) => id))
    expect(ids.size).toBe(1)
    expect(new Set(keys.flat().map(({ key }) => key.toString('hex'))).size).toBe(1)
  })

  it('comes in the order asked for, thousands at once, wrapped', async () => {
    const subjects = Array.from({ length: 3_000 }, someItem)
    const keys = await transact((tx) => keysFor(tx, subjects))
    const again = await transact((tx) => keysFor(tx, [...subjects].reverse()))
    expect(again.reverse()).toEqual(keys)
    const [row] = await database.sql<{ wrapped: Buffer }[]>`
      select wrapped from subject_key where id = ${keys[0]?.id ?? ''}`
    expect(row?.wrapped.includes(keys[0]?.key ?? Buffer.of(1, 2, 3))).toBe(false)
  })

  it('goes with the transaction that made it', async () => {
    const subject = someItem()
    await expect(
      transact(async (tx) => {
        await keyFor(tx, subject)
        throw new Error('the verb failed')
      }),
    ).rejects.toThrow('the verb failed')
    expect(await keyIdOf(database.db, subject)).toBeNull()
  })

  it('is never changed by the running product', async () => {
    await expect(database.sql`update subject_key set wrapped = wrapped`).rejects.toThrow(/permission denied/)
  })
})

it('an opening is bound to its entry: that of another entry about the same item does not open in its place', async () => {
  const event = aDecision()
  const [first, second] = await transact(async (tx) => [
    await appendEntry(tx, lead, event),
    await appendEntry(tx, lead, event),
  ])
  expect(await openingOf(first?.entryId ?? '')).not.toBeNull()
  await database.admin.sql`
    update log_opening a set sealed = b.sealed from log_opening b
    where a.entry_id = ${first?.entryId ?? ''} and b.entry_id = ${second?.entryId ?? ''}`
  await expect(openingOf(first?.entryId ?? '')).rejects.toThrow()
})
