import { beforeEach, expect, it } from 'vitest'
import { transact } from '@/db/client'
import type { Member } from '@/lib/auth/actor'
import { caseView } from '@/lib/review/case-view'
import { changeReviewSettings } from '@/lib/review/edit-settings'
import { parseFilters } from '@/lib/review/filters'
import { preferenceInput } from '@/lib/review/input'
import { versionOf } from '@/lib/review/opened'
import { savePreferences } from '@/lib/review/preferences'
import { triagePage } from '@/lib/review/queries'
import { reviewSettingsInput } from '@/lib/review/queue-input'
import {
  changeSiteViewing,
  siteViewingChanges,
  siteViewingInput,
  siteViewingOf,
} from '@/lib/review/site-viewing'
import { testDatabase } from '../support/database'
import { emailClaim, flaggedItem, newMember, oneCase, reviewWorld, type World } from './review-world'

const database = testDatabase()
let world: World
let admin: Member
beforeEach(async () => {
  world = await reviewWorld(database.db)
  admin = await newMember(database.db, [], ['admin'])
})

const forAll = (viewing: string[], { who = admin, opened = '' } = {}) =>
  transact((tx) => changeSiteViewing(tx, who, siteViewingInput.parse({ viewing, opened })), world.db)
const inDataset = (viewOwn: string[], viewing: string[]) =>
  transact(
    (tx) =>
      changeReviewSettings(
        tx,
        world.lead,
        reviewSettingsInput.parse({ datasetId: world.datasetId, minAccountDays: '0', viewOwn, viewing }),
      ),
    world.db,
  )
const forMyself = (viewOwn: string[], viewing: string[]) =>
  transact(
    (tx) =>
      savePreferences(tx, world.reviewer, preferenceInput.parse({ categories: ['pii'], viewOwn, viewing })),
    world.db,
  )

it('holds in every dataset, until its leads set something else for a category or a reviewer chooses for themselves', async () => {
  const text = 'write to person.one@mail.example.org about the boat'
  const { digest } = await flaggedItem(world, text, [emailClaim(text, 'person.one@mail.example.org')])
  const { id } = await oneCase(world, digest)
  const shown = async (who: Member) => {
    const { protection, look } = await caseView(who, world.slug, id)
    const { rows } = await triagePage(who, parseFilters({ dataset: world.slug }))
    const ways = Object.entries(look).flatMap(([way, on]) => (on ? [way] : []))
    return { page: [protection, ...ways], row: rows[0]?.snippet.kind }
  }
  await forAll([])
  const asItIs = { page: ['masked'], row: 'text' }
  expect(await shown(world.second)).toEqual(asItIs)
  await forAll(['pii:cover', 'pii:grey', 'hate:small'])
  const asForAll = { page: ['covered', 'grey'], row: 'covered' }
  expect(await shown(world.second)).toEqual(asForAll)

  await inDataset(['hate'], ['hate:blur', 'pii:small'])
  expect(await shown(world.second), 'a tick beside what is not set here counts for nothing').toEqual(asForAll)
  await inDataset(['pii'], [])
  expect(await shown(world.second), 'nothing, as its leads want it').toEqual(asItIs)
  await inDataset(['pii'], ['pii:small'])
  expect(await shown(world.second)).toEqual({ page: ['masked', 'small'], row: 'text' })
  await forMyself(['pii'], ['pii:blur'])
  expect((await shown(world.reviewer)).page).toEqual(['masked', 'blur'])
  await inDataset([], [])
  expect((await shown(world.reviewer)).page).toEqual(['masked', 'blur'])
  await forMyself([], [])
  expect(await shown(world.reviewer)).toEqual(asForAll)
})

it('is set by admins alone, not over what another admin changed, and each change is on record', async () => {
  for (const who of [world.lead, world.reviewer, world.officer])
    await expect(forAll(['hate:blur'], { who })).rejects.toMatchObject({ code: 'forbidden' })
  await forAll([])
  const opened = versionOf(await siteViewingOf(world.db))
  expect(await forAll(['hate:blur'], { opened })).toEqual({ changed: true })
  expect(await forAll(['hate:blur'], { opened }), 'it comes to the same').toEqual({ changed: false })
  const other = await newMember(database.db, [], ['admin'])
  await expect(forAll(['hate:cover'], { who: other, opened })).rejects.toMatchObject({
    code: 'conflict',
    message: expect.stringContaining(admin.pseudonym),
  })
  expect(await siteViewingOf(world.db)).toEqual({ hate: ['blur'] })
  await forAll(['hate:cover'], { who: other, opened: versionOf(await siteViewingOf(world.db)) })
  expect((await siteViewingChanges(world.db)).slice(0, 2)).toMatchObject([
    { by: other.pseudonym, before: { hate: ['blur'] }, after: { hate: ['cover'] } },
    { by: admin.pseudonym, before: {}, after: { hate: ['blur'] } },
  ])
  await expect(database.sql`update site_viewing set actor = 'nobody'`).rejects.toMatchObject({
    code: '42501',
  })
})
