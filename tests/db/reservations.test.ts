import { createServer, type Server } from 'node:http'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { transact } from '@/db/client'
import { askForReservations, recordReservations, reservationsOf } from '@/lib/reservations/record'
import { removePersonalData } from '@/lib/takedowns/erase'
import { testDatabase } from '@/tests/support/database'
import { listening } from '@/tests/support/listening'
import { asked } from './register-world'
import { expectNowhereInClear, type TakedownWorld, takedownWorld } from './takedown-world'

const database = testDatabase()
let world: TakedownWorld
let server: Server
let url = ''
let requests = 0

beforeAll(async () => {
  world = await takedownWorld(database.db, [{ id: 's1', text: 'A row about soup.' }])
  server = createServer(({ url: path }, response) => {
    requests++
    response.end(path === '/.well-known/tdmrep.json' ? '[{"location": "/", "tdm-reservation": 1}]' : '')
  })
  url = `http://127.0.0.1:${await listening(server)}`
})
afterAll(() => {
  server.closeAllConnections()
  server.close()
  delete process.env.WINNOW_FETCH_PRIVATE
})

const ask = (requestId: string, actor = world.lead) =>
  transact((tx) => askForReservations(tx, actor, { requestId }), world.db)

it('is asked for by a lead, by a job and never at once, and kept sealed until the request is erased', async () => {
  process.env.WINNOW_FETCH_PRIVATE = '1'
  const requestId = await asked(database, world, 'opt_out', { targets: `${url}/very-own-page` })
  expect(requests).toBe(0)
  await expect(ask(requestId, world.reviewer)).rejects.toMatchObject({ code: 'forbidden' })
  await expect(ask(requestId, world.stranger)).rejects.toMatchObject({ code: 'forbidden' })
  await ask(requestId)
  expect(requests).toBe(0)
  const [job] = await database.admin.sql<{ n: number }[]>`
    select count(*)::int as n from graphile_worker.jobs where task_identifier = 'takedown.reservations'`
  expect(job?.n).toBe(1)

  await recordReservations(requestId)
  expect(requests).toBe(3)
  const [found] = await reservationsOf(requestId)
  expect(found).toMatchObject({
    state: 'found',
    signals: { address: `${url}/very-own-page`, tdm: { reserved: true, policy: null } },
  })
  await expectNowhereInClear(database, 'very-own-page')
  await expect(database.sql`update takedown_reservation set state = 'none'`).rejects.toThrow(
    /permission denied/,
  )

  await transact((tx) => removePersonalData(tx, requestId), world.db)
  expect(await reservationsOf(requestId)).toEqual([])
  await recordReservations(requestId)
  expect(await reservationsOf(requestId)).toEqual([])
})

it('refuses other kinds of request, and one that names no address', async () => {
  const other = await asked(database, world, 'licence')
  await expect(ask(other)).rejects.toMatchObject({ code: 'conflict' })
  const quote = await asked(database, world, 'opt_out', { targets: '"nobody wrote this anywhere"' })
  await expect(ask(quote)).rejects.toMatchObject({ code: 'conflict' })
})
