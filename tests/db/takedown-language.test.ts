import { expect, it } from 'vitest'
import { CATALOGUES } from '@/lib/i18n/catalogues'
import { inGerman } from '@/tests/support/in-german'
import { requestView } from '@/lib/takedowns/queries'
import { trackingView } from '@/lib/takedowns/tracking'
import { testDatabase } from '@/tests/support/database'
import {
  askFor,
  casesOfRequest,
  decideCase,
  letters,
  PRIVACY,
  requestOf,
  takedownWorld,
} from './takedown-world'

const database = testDatabase()

it('a request sent and decided in German is told in each reader’s language, and declared and answered in its own', async () => {
  const world = await takedownWorld(database.db, [{ id: 'a1', text: 'Wilma Flint lives at 3 Quarry Lane.' }])
  const tracking = await inGerman(() =>
    askFor(database, world, { ...PRIVACY, targets: 'train.jsonl#0', attestation: 'privacy-1.de' }),
  )
  const { id } = await requestOf(database, world)
  const [kept] = await database.admin.sql`select attestation from takedown_request where id = ${id}`
  expect(kept).toEqual({ attestation: 'privacy-1.de' })

  const [found] = await casesOfRequest(database, id)
  await inGerman(() =>
    decideCase(database, world, {
      caseId: found?.id ?? '',
      action: 'remove',
      reasonCode: 'pii.contact',
    }),
  )
  const results = (view: Awaited<ReturnType<typeof trackingView>>) => view?.targets[0]
  expect(results(await trackingView(tracking))).toEqual({
    kind: 'row',
    text: 'train.jsonl, row 0',
    results: [expect.stringMatching(/^The item will be left out: .+ \(policy version 1\)\.$/)],
  })
  expect(results(await inGerman(() => trackingView(tracking)))).toEqual({
    kind: 'row',
    text: 'train.jsonl, Zeile 0',
    results: [expect.stringMatching(/^Der Eintrag wird weggelassen: .+ \(Version 1 der Richtlinie\)\.$/)],
  })

  const view = await requestView(world.lead, id)
  expect(view).toMatchObject({
    summary: '1 row',
    declaredIn: 'de',
    attestations: [{ key: 'subject', wording: 'privacy-1.subject' }],
  })
  expect((await inGerman(() => requestView(world.lead, id))).summary).toBe('1 Zeile')

  const said = (await letters(database)).map(({ letter }) => letter?.text.replace(/\s+/g, ' ')).join('\n')
  for (const german of [
    CATALOGUES.de.takedowns.outcome.actioned,
    `(${CATALOGUES.de.labels.takedownKind.privacy})`,
    'train.jsonl, Zeile 0',
    'Der Eintrag wird weggelassen',
  ])
    expect(said).toContain(german)
  for (const english of ['The item', 'row 0', 'privacy', 'We have']) expect(said).not.toContain(english)
})
