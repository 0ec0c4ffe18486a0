import { createServer, type Server } from 'node:http'
import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { Reservations } from '@/app/(console)/requests/[id]/reservations'
import { transact } from '@/db/client'
import { takedownReservation } from '@/db/schema'
import { requestSubject } from '@/lib/crypto/subject'
import { keyFor } from '@/lib/crypto/subject-keys'
import { sealJsonFor } from '@/lib/crypto/subject-seal'
import { CATALOGUES } from '@/lib/i18n/catalogues'
import { Spoken } from '@/lib/i18n/client'
import { askForReservations, recordReservations, reservationsOf } from '@/lib/reservations/record'
import { removePersonalData } from '@/lib/takedowns/erase'
import { requestView } from '@/lib/takedowns/queries'
import { jpegWith, saying, segmentsOf } from '@/tests/support/c2pa'
import { testDatabase } from '@/tests/support/database'
import { inGerman } from '@/tests/support/in-german'
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
  const picture = await jpegWith(segmentsOf(saying({ 'cawg.ai_training': { use: 'notAllowed' } })))
  server = createServer(({ url: path }, response) => {
    requests++
    if (path === '/photo') return response.setHeader('content-type', 'image/jpeg').end(picture)
    if (path === '/film') return response.setHeader('content-type', 'video/mp4').end()
    return response.end(
      path === '/.well-known/tdmrep.json' ? '[{"location": "/", "tdm-reservation": 1}]' : '',
    )
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

it('keeps what the manifest within a picture says, and tells what was kept when only "not allowed" was', async () => {
  process.env.WINNOW_FETCH_PRIVATE = '1'
  const requestId = await asked(database, world, 'opt_out', { targets: `${url}/photo` })
  await recordReservations(requestId)
  const entry = { entry: 'cawg.ai_training', use: 'notAllowed', info: null }
  const [found] = await reservationsOf(requestId)
  expect(found?.signals.c2pa).toEqual({ address: `${url}/photo`, value: [entry] })
  await transact(async (tx) => {
    const key = await keyFor(tx, requestSubject(requestId))
    const before = { ...found?.signals, c2pa: { address: `${url}/old`, value: ['c2pa.ai_training'] } }
    const sealed = sealJsonFor(key, 'takedown_reservation', before)
    await tx.insert(takedownReservation).values({ requestId, state: 'found', sealed })
  }, world.db)
  expect((await reservationsOf(requestId)).map(({ signals }) => signals.c2pa)).toContainEqual({
    address: `${url}/old`,
    value: [{ ...entry, entry: 'c2pa.ai_training' }],
  })
})

it('shows what a manifest says as what the file says, and why one was not read, in the language of the reader', async () => {
  process.env.WINNOW_FETCH_PRIVATE = '1'
  const requestId = await asked(database, world, 'opt_out', { targets: `${url}/photo\n${url}/film` })
  await recordReservations(requestId)
  const page = async (locale: 'en-GB' | 'de') => {
    const request = await requestView(world.lead, requestId)
    const panel = await Reservations({ request, denied: 'nobody asks here' })
    return renderToStaticMarkup(
      createElement(Spoken, { value: { locale, messages: CATALOGUES[locale] } }, panel),
    )
  }
  const english = await page('en-GB')
  expect(english).toContain('cawg.ai_training: notAllowed. The file says so; its signature was not checked.')
  expect(english).toContain('Not read: A manifest is looked for within JPEG, PNG and WebP only')
  const german = await inGerman(() => page('de'))
  expect(german).toContain(
    'cawg.ai_training: notAllowed. So sagt es die Datei; ihre Signatur wurde nicht geprüft.',
  )
  expect(german).toContain('Nicht gelesen: Ein Manifest wird nur in JPEG, PNG und WebP gesucht')
})
